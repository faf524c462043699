package dev.rampline.consumer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random sequence of messages about several subjects, generated from a seed.
 *
 * @param arrivals every version at least once, with duplicates and in any order
 */
record ConsumerScenario(List<Version> arrivals) {
  private static final List<String> SUBJECTS = List.of("order/1", "order/2", "kyc/customer/1");
  private static final List<String> STATES =
      List.of("processing", "completed", "failed", "unknown");
  private static final List<Conflict> CONFLICTS =
      List.of(
          MessageBodies.open("completed", "failed"),
          MessageBodies.resolved("failed", "completed", "failed"),
          MessageBodies.resolved("completed", "completed", "failed"));

  static ConsumerScenario create(Random random) {
    List<Version> arrivals = new ArrayList<>();
    for (String subject : SUBJECTS) {
      int length = 1 + random.nextInt(8);
      for (int number = 1; number <= length; number++) {
        Version version = new Version(subject, number, state(random), conflict(random));
        arrivals.addAll(Collections.nCopies(1 + random.nextInt(3), version));
      }
    }
    shuffle(arrivals, random);
    return new ConsumerScenario(List.copyOf(arrivals));
  }

  /** Swaps between none and all of the elements. */
  private static void shuffle(List<Version> arrivals, Random random) {
    int swaps = random.nextInt(2) * random.nextInt(arrivals.size() * 2);
    for (int swap = 0; swap < swaps; swap++) {
      Collections.swap(arrivals, random.nextInt(arrivals.size()), random.nextInt(arrivals.size()));
    }
  }

  private static String state(Random random) {
    return STATES.get(random.nextInt(STATES.size()));
  }

  private static @Nullable Conflict conflict(Random random) {
    return random.nextInt(3) > 0 ? null : CONFLICTS.get(random.nextInt(CONFLICTS.size()));
  }

  /** A version of a subject. */
  record Version(String subject, int number, String state, @Nullable Conflict conflict) {
    String stateText() {
      return state + " " + conflict;
    }
  }
}
