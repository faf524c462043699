package dev.rampline.subscriber.processing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with jitter: each delay is between half and all of a doubled, limited value.
 *
 * @param first the largest first delay
 * @param max the largest delay
 * @param random source of the jitter
 */
record JitteredBackoff(Duration first, Duration max, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 20;

  /** Returns the delay after a number of attempts, at least 1. */
  Duration after(int attempts) {
    long doubled = first.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
    long half = Math.min(max.toMillis(), doubled) / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
