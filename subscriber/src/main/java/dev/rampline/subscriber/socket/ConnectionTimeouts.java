package dev.rampline.subscriber.socket;

import java.time.Duration;
import java.util.Objects;

/**
 * How patient the supervision of a subscription is.
 *
 * @param initialDelay the wait after a connection that had held
 * @param maxDelay the wait between attempts grows no further
 * @param timeout how long a server may take to accept a connection
 * @param maxSilence a server that says nothing for so long is taken for gone, whatever it
 *     announced; one that announced less is given up earlier
 */
public record ConnectionTimeouts(
    Duration initialDelay, Duration maxDelay, Duration timeout, Duration maxSilence) {
  public ConnectionTimeouts {
    Objects.requireNonNull(initialDelay, "firstDelay");
    Objects.requireNonNull(maxDelay, "longestDelay");
    Objects.requireNonNull(timeout, "patience");
    Objects.requireNonNull(maxSilence, "longestSilence");
  }

  /** What a process that lives for months uses. */
  public static ConnectionTimeouts standard() {
    return new ConnectionTimeouts(
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofMinutes(2));
  }
}
