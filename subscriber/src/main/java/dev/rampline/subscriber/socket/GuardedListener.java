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

  synchronized void onEvent(SocketEvent event) {
    lastEventAt = Optional.of(clock.instant());
    notifyListener(() -> listener.onEvent(event));
  }

  synchronized void onSubscribed() {
    subscribedSince = Optional.of(clock.instant());
    subscriptions++;
    notifyListener(listener::onSubscribed);
  }

  synchronized void onDisconnected(DisconnectReason ending) {
    subscribedSince = Optional.empty();
    notifyListener(() -> listener.onDisconnected(ending.text()));
  }

  synchronized void onFailed(DisconnectReason ending) {
    notifyListener(() -> listener.onFailed(ending.text()));
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

  private void notifyListener(Runnable call) {
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
