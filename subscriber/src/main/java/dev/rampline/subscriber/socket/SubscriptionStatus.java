package dev.rampline.subscriber.socket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a subscription does.
 *
 * @param subscribedSince since when the server has us subscribed, or empty while it has not
 * @param reconnects how often the subscription was made again after it had been lost
 * @param lastEventAt when the last event was heard
 * @param discarded how many frames and packets were not understood, and dropped
 * @param listenerFailures how often the listener threw
 */
public record SubscriptionStatus(
    Optional<Instant> subscribedSince,
    long reconnects,
    Optional<Instant> lastEventAt,
    long discarded,
    long listenerFailures) {
  public SubscriptionStatus {
    Objects.requireNonNull(subscribedSince, "subscribedSince");
    Objects.requireNonNull(lastEventAt, "lastEventAt");
  }

  /** Whether events arrive now. */
  public boolean isSubscribed() {
    return subscribedSince.isPresent();
  }
}
