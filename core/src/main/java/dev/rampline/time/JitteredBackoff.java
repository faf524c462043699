package dev.rampline.time;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with jitter, so that callers that failed together do not repeat together.
 * Thread-safe if its random generator is.
 *
 * @param base the longest first delay
 * @param max the longest delay
 * @param jitter the random share of a delay: 0.5 means between half and all of it
 * @param random source of the jitter
 */
public record JitteredBackoff(Duration base, Duration max, double jitter, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 20;

  public JitteredBackoff {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(max, "max");
    Objects.requireNonNull(random, "random");
  }

  /** Each delay is between half and all of the doubled base: retries keep their distance. */
  public static JitteredBackoff half(Duration base, Duration max, RandomGenerator random) {
    return new JitteredBackoff(base, max, 0.5, random);
  }

  /** Each delay is between nothing and the doubled base: competing writers spread out most. */
  public static JitteredBackoff full(Duration base, Duration max, RandomGenerator random) {
    return new JitteredBackoff(base, max, 1, random);
  }

  /** Returns the delay after a number of attempts, at least 1. */
  public Duration after(int attempts) {
    long longest = doubled(base, max, attempts).toMillis();
    long jittered = (long) (longest * jitter);
    return Duration.ofMillis(longest - jittered + random.nextLong(jittered + 1));
  }

  /** Returns the base doubled for every attempt after the first, without jitter. */
  public static Duration doubled(Duration base, Duration max, int attempts) {
    int doublings = Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS);
    return Duration.ofMillis(Math.min(max.toMillis(), base.toMillis() << doublings));
  }
}
