package dev.rampline.subscriber.socket;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with jitter between attempts to connect, so that not all clients reconnect at
 * once when a server returns. Not thread-safe.
 */
final class ReconnectBackoff {
  private static final int STABLE_AFTER_DELAYS = 5;

  private final Duration first;
  private final Duration limit;
  private final RandomGenerator random;
  private Duration delay;

  ReconnectBackoff(ConnectionTimeouts timeouts, RandomGenerator random) {
    this.first = timeouts.initialDelay();
    this.limit = timeouts.maxDelay();
    this.random = random;
    this.delay = first;
  }

  /**
   * Returns the delay after a connection. A stable connection resets the backoff; after short
   * connections the delay grows.
   *
   * @param uptime how long the connection was subscribed
   */
  Duration after(Duration uptime) {
    if (uptime.compareTo(first.multipliedBy(STABLE_AFTER_DELAYS)) >= 0) {
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
