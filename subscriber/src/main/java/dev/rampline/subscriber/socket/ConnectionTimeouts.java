package dev.rampline.subscriber.socket;

import java.time.Duration;
import java.util.Objects;

/**
 * Delays and timeouts of a subscription.
 *
 * @param initialDelay the delay before reconnecting after a stable connection
 * @param maxDelay the largest delay between attempts
 * @param timeout how long the server may take to accept a connection
 * @param acknowledgement how long the server may take to refuse the subscriptions; a server that
 *     acknowledges them ends this time
 * @param maxSilence how long the server may send nothing; a shorter ping timeout that the server
 *     announces ends the connection earlier
 */
public record ConnectionTimeouts(
    Duration initialDelay,
    Duration maxDelay,
    Duration timeout,
    Duration acknowledgement,
    Duration maxSilence) {
  public ConnectionTimeouts {
    Objects.requireNonNull(initialDelay, "initialDelay");
    Objects.requireNonNull(maxDelay, "maxDelay");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(acknowledgement, "acknowledgement");
    Objects.requireNonNull(maxSilence, "maxSilence");
  }

  /** The timeouts for production. */
  public static ConnectionTimeouts standard() {
    return new ConnectionTimeouts(
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofSeconds(3),
        Duration.ofMinutes(2));
  }
}
