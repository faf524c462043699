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
  private static final int MAX_EVENTS = 6;
  private static final int MAX_REPEATS = 3;

  static Gen<DeliverySequence> of(Gen<VerifiedEvent> events) {
    return in -> {
      List<VerifiedEvent> sent = listOf(events, range(1, MAX_EVENTS).generate(in), in);
      return new DeliverySequence(sent, shuffled(sent, in));
    };
  }

  static <T> List<T> listOf(Gen<T> elements, int size, RandomnessSource in) {
    List<T> list = new ArrayList<>();
    while (list.size() < size) {
      list.add(elements.generate(in));
    }
    return list;
  }

  private static List<VerifiedEvent> shuffled(List<VerifiedEvent> sent, RandomnessSource in) {
    Gen<VerifiedEvent> again = source -> sent.get(range(0, sent.size() - 1).generate(source));
    List<VerifiedEvent> delivered = new ArrayList<>(sent);
    delivered.addAll(listOf(again, range(0, MAX_REPEATS).generate(in), in));
    for (int last = delivered.size() - 1; last > 0; last--) {
      Collections.swap(delivered, last, range(0, last).generate(in));
    }
    return delivered;
  }
}
