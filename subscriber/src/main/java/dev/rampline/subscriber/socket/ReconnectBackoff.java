package dev.rampline.subscriber.socket;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waits between attempts: doubled from one to the next up to a limit, and jittered by half, so
 * that a server that comes back is not met by everyone at once. Not thread-safe.
 */
final class ReconnectBackoff {
  private static final int STABLE_AFTER_DELAYS = 5;

  private final Duration first;
  private final Duration limit;
  private final RandomGenerator random;
  private Duration delay;

  ReconnectBackoff(ConnectionTimeouts supervision, RandomGenerator random) {
    this.first = supervision.initialDelay();
    this.limit = supervision.maxDelay();
    this.random = random;
    this.delay = first;
  }

  /**
   * The wait after a connection that had held for so long. One that had held for a while begins
   * anew; a server that accepts only to hang up is tried ever more seldom.
   */
  Duration after(Duration held) {
    if (held.compareTo(first.multipliedBy(STABLE_AFTER_DELAYS)) >= 0) {
      delay = first;
    }
    Duration current = delay;
    delay = shorter(delay.multipliedBy(2), limit);
    return jittered(shorter(current, limit));
  }

  private Duration jittered(Duration duration) {
    long half = duration.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
