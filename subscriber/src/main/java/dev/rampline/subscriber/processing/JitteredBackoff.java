package dev.rampline.subscriber.processing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waits between tries: doubled from one to the next up to a limit, and jittered by half.
 *
 * @param first the longest that the first may be
 * @param max the longest that any may be
 * @param random where the jitter comes from
 */
record JitteredBackoff(Duration first, Duration max, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 20;

  /** The wait after so many tries; at least 1. */
  Duration after(int tries) {
    long doubled = first.toMillis() << Math.min(tries - 1, MAX_DOUBLINGS);
    long half = Math.min(max.toMillis(), doubled) / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
