package dev.rampline.subscriber.socket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Wraps the listener of a subscription: it keeps the status, makes one call at a time, and catches
 * what the listener throws. Thread-safe.
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

  synchronized void onDisconnected(DisconnectReason reason) {
    subscribedSince = Optional.empty();
    notifyListener(() -> listener.onDisconnected(reason.text()));
  }

  synchronized void onFailed(DisconnectReason reason) {
    notifyListener(() -> listener.onFailed(reason.text()));
  }

  synchronized void onSetupFailed(Throwable fault) {
    notifyListener(() -> listener.onSetupFailed(fault));
  }

  synchronized void discarded() {
    discarded++;
  }

  /** Stops all further calls to the listener. */
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
      // Errors too: on the library's thread an error would stop the reading of this connection.
      failures++;
    }
  }
}
