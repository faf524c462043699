package dev.rampline.subscriber.socket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Stands between the connections and the listener: keeps the status, lets one call through at a
 * time, and nothing that the listener throws back. Thread-safe.
 */
final class GuardedListener {
  private final SocketListener listener;
  private final InstantSource clock;
  private boolean muted;
  private Optional<Instant> subscribedSince = Optional.empty();
  private long subscriptions;
  private Optional<Instant> lastEventAt = Optional.empty();
  private long discarded;
  private long failures;

  GuardedListener(SocketListener listener, InstantSource clock) {
    this.listener = listener;
    this.clock = clock;
  }

  synchronized void heard(SocketEvent event) {
    lastEventAt = Optional.of(clock.instant());
    tell(() -> listener.heard(event));
  }

  synchronized void subscribed() {
    subscribedSince = Optional.of(clock.instant());
    subscriptions++;
    tell(listener::subscribed);
  }

  synchronized void lost(Ending ending) {
    subscribedSince = Optional.empty();
    tell(() -> listener.lost(ending.reason()));
  }

  synchronized void failed(Ending ending) {
    tell(() -> listener.failed(ending.reason()));
  }

  synchronized void discarded() {
    discarded++;
  }

  /** Lets nothing through any more. */
  synchronized void mute() {
    muted = true;
  }

  synchronized SubscriptionStatus status() {
    return new SubscriptionStatus(
        subscribedSince, Math.max(0, subscriptions - 1), lastEventAt, discarded, failures);
  }

  private void tell(Runnable call) {
    if (muted) {
      return;
    }
    try {
      call.run();
    } catch (Throwable thrown) {
      // An Error too: on the library's thread it would end the reading of this connection.
      failures++;
    }
  }
}
