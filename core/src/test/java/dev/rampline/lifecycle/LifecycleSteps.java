package dev.rampline.lifecycle;

import static dev.rampline.lifecycle.EventGenerators.oneIn;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;

import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import java.util.List;
import org.quicktheories.core.Gen;

/** Whole lives of a record: webhooks, rows, readings old and new, and claims in between. */
final class LifecycleSteps {
  private static final int MOST_STEPS = 10;
  private static final int OLDEST_READING = 3;
  private static final Gen<State> CLAIMED = pick(List.of(State.values()));

  private LifecycleSteps() {}

  static Gen<List<LifecycleStep>> onOrder() {
    return lives(EventGenerators.onOrder());
  }

  /** Lives in which little else than ends is told. */
  static Gen<List<LifecycleStep>> onEnds() {
    return lives(EventGenerators.onEnds());
  }

  static Gen<List<LifecycleStep>> onCustomer() {
    return lives(EventGenerators.onCustomer());
  }

  static Gen<List<LifecycleStep>> onAnything(Subject subject) {
    return lives(EventGenerators.onAnything(subject));
  }

  /** Claims alone come, more of them than may stand. */
  static Gen<List<LifecycleStep>> claimsOnly() {
    Gen<LifecycleStep> unverifiedEvents = in -> new LifecycleStep.Socket(CLAIMED.generate(in));
    return in ->
        DeliverySequence.listOf(
            unverifiedEvents, range(1, 2 * State.values().length).generate(in), in);
  }

  private static Gen<List<LifecycleStep>> lives(Gen<VerifiedEvent> events) {
    Gen<LifecycleStep> steps = step(events);
    return in -> DeliverySequence.listOf(steps, range(1, MOST_STEPS).generate(in), in);
  }

  private static Gen<LifecycleStep> step(Gen<VerifiedEvent> events) {
    return in -> {
      if (oneIn(5, in)) {
        return new LifecycleStep.Socket(CLAIMED.generate(in));
      }
      VerifiedEvent word = events.generate(in);
      return oneIn(3, in)
          ? read(word, range(0, OLDEST_READING).generate(in))
          : new LifecycleStep.Unsolicited(word);
    };
  }

  /** The same word as the API's answer to a question. */
  static LifecycleStep read(VerifiedEvent word, int versionsAgo) {
    EventMetadata said = word.metadata();
    EventMetadata asked =
        new EventMetadata(Channel.API, TrustLevel.FETCHED, said.receivedAt(), null, false, null);
    return new LifecycleStep.Lookup(
        new VerifiedEvent(word.subject(), word.status(), word.fields(), word.occurredAt(), asked),
        versionsAgo);
  }
}
