package dev.rampline.subscriber.socket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The status of a subscription.
 *
 * @param subscribedSince when the current subscription began; empty while there is none
 * @param reconnects how often a lost subscription was restored
 * @param lastEventAt when the last event arrived
 * @param discarded the number of invalid frames and packets that were dropped
 * @param listenerFailures how often the listener threw an exception
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

  /** Returns whether the subscription is active. */
  public boolean isSubscribed() {
    return subscribedSince.isPresent();
  }
}
