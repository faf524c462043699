package dev.rampline.subscriber.socket;

import dev.rampline.time.JitteredBackoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delays between attempts to connect: they grow until a connection was stable. Not thread-safe.
 */
final class ReconnectBackoff {
  private static final int STABLE_AFTER_DELAYS = 5;

  private final JitteredBackoff backoff;
  private int attempts;

  ReconnectBackoff(ConnectionTimeouts timeouts, RandomGenerator random) {
    this.backoff = JitteredBackoff.half(timeouts.initialDelay(), timeouts.maxDelay(), random);
  }

  /**
   * Returns the delay after a connection. A stable connection resets the backoff; after short
   * connections the delay grows.
   *
   * @param uptime how long the connection was subscribed
   */
  Duration after(Duration uptime) {
    boolean stable = uptime.compareTo(backoff.base().multipliedBy(STABLE_AFTER_DELAYS)) >= 0;
    attempts = stable ? 1 : attempts + 1;
    return backoff.after(attempts);
  }
}
