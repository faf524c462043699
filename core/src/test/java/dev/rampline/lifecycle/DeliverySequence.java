package dev.rampline.lifecycle;

import static org.quicktheories.generators.Generate.range;

import dev.rampline.event.VerifiedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/**
 * Events and a sequence in which they are delivered: reordered, and some more than once.
 *
 * @param sent each event once
 * @param delivered the same events, at least once each
 */
record DeliverySequence(List<VerifiedEvent> sent, List<VerifiedEvent> delivered) {
  private static final int MOST_WORDS = 6;
  private static final int MOST_REPEATS = 3;

  static Gen<DeliverySequence> of(Gen<VerifiedEvent> events) {
    return in -> {
      List<VerifiedEvent> said = listOf(events, range(1, MOST_WORDS).generate(in), in);
      return new DeliverySequence(said, shuffled(said, in));
    };
  }

  static <T> List<T> listOf(Gen<T> things, int size, RandomnessSource in) {
    List<T> list = new ArrayList<>();
    while (list.size() < size) {
      list.add(things.generate(in));
    }
    return list;
  }

  private static List<VerifiedEvent> shuffled(List<VerifiedEvent> said, RandomnessSource in) {
    Gen<VerifiedEvent> again = source -> said.get(range(0, said.size() - 1).generate(source));
    List<VerifiedEvent> heard = new ArrayList<>(said);
    heard.addAll(listOf(again, range(0, MOST_REPEATS).generate(in), in));
    for (int last = heard.size() - 1; last > 0; last--) {
      Collections.swap(heard, last, range(0, last).generate(in));
    }
    return heard;
  }
}
