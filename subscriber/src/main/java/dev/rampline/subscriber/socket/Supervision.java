package dev.rampline.subscriber.socket;

import java.time.Duration;
import java.util.Objects;

/**
 * How patient the supervision of a subscription is.
 *
 * @param firstDelay the wait after a connection that had held
 * @param longestDelay the wait between attempts grows no further
 * @param patience how long a server may take to accept a connection
 * @param longestSilence a server that says nothing for so long is taken for gone, whatever it
 *     announced; one that announced less is given up earlier
 */
public record Supervision(
    Duration firstDelay, Duration longestDelay, Duration patience, Duration longestSilence) {
  public Supervision {
    Objects.requireNonNull(firstDelay, "firstDelay");
    Objects.requireNonNull(longestDelay, "longestDelay");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(longestSilence, "longestSilence");
  }

  /** What a process that lives for months uses. */
  public static Supervision standard() {
    return new Supervision(
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofMinutes(2));
  }
}
