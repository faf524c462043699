package dev.rampline.testkit.provider;

import java.util.List;

/** The source of all choices of a generator: a random generator, or the bytes of a fuzz input. */
@FunctionalInterface
public interface ChoiceSource {
  /** Chooses a number from 0 to below the bound. */
  int choose(int bound);

  /** Chooses one of the values. */
  default <T> T pick(List<T> values) {
    return values.get(choose(values.size()));
  }

  /** Chooses yes in so many of a hundred cases. */
  default boolean isChosen(int percent) {
    return choose(100) < percent;
  }
}
