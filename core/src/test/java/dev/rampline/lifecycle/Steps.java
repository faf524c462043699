package dev.rampline.lifecycle;

import static dev.rampline.lifecycle.Words.oneIn;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;

import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.util.List;
import org.quicktheories.core.Gen;

/** Whole lives of a record: webhooks, rows, readings old and new, and claims in between. */
final class Steps {
  private static final int MOST_STEPS = 10;
  private static final int OLDEST_READING = 3;
  private static final Gen<State> CLAIMED = pick(List.of(State.values()));

  private Steps() {}

  static Gen<List<Step>> onOrder() {
    return lives(Words.onOrder());
  }

  /** Lives in which little else than ends is told. */
  static Gen<List<Step>> onEnds() {
    return lives(Words.onEnds());
  }

  static Gen<List<Step>> onCustomer() {
    return lives(Words.onCustomer());
  }

  static Gen<List<Step>> onAnything(Subject subject) {
    return lives(Words.onAnything(subject));
  }

  /** Claims alone come, more of them than may stand. */
  static Gen<List<Step>> claimsOnly() {
    Gen<Step> claims = in -> new Step.Whisper(CLAIMED.generate(in));
    return in -> Hearing.listOf(claims, range(1, 2 * State.values().length).generate(in), in);
  }

  private static Gen<List<Step>> lives(Gen<Observation> words) {
    Gen<Step> steps = step(words);
    return in -> Hearing.listOf(steps, range(1, MOST_STEPS).generate(in), in);
  }

  private static Gen<Step> step(Gen<Observation> words) {
    return in -> {
      if (oneIn(5, in)) {
        return new Step.Whisper(CLAIMED.generate(in));
      }
      Observation word = words.generate(in);
      return oneIn(3, in) ? read(word, range(0, OLDEST_READING).generate(in)) : new Step.Say(word);
    };
  }

  /** The same word as the API's answer to a question. */
  static Step read(Observation word, int versionsAgo) {
    Reception said = word.reception();
    Reception asked =
        new Reception(Channel.API, Authenticity.FETCHED, said.receivedAt(), null, false, null);
    return new Step.Read(
        new Observation(word.subject(), word.word(), word.details(), word.occurredAt(), asked),
        versionsAgo);
  }
}
