package dev.rampline.subscriber.socket;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Subscriptions that are as patient as a test, and end with it. */
final class SubscriptionFixture implements AutoCloseable {
  static final ConnectionTimeouts QUICK =
      new ConnectionTimeouts(
          Duration.ofMillis(50),
          Duration.ofMillis(400),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30));

  private static final Credentials KEY = new Credentials("key", "STAGING");

  private final List<Subscription> started = new ArrayList<>();

  Subscription start(SocketSettings settings, SocketListener listener) {
    return start(settings, () -> KEY, listener, QUICK);
  }

  Subscription start(
      SocketSettings settings, SocketListener listener, ConnectionTimeouts supervision) {
    return start(settings, () -> KEY, listener, supervision);
  }

  Subscription start(
      SocketSettings settings, SocketListener listener, Supplier<Credentials> credentials) {
    return start(settings, credentials, listener, QUICK);
  }

  @Override
  public void close() {
    started.forEach(Subscription::close);
  }

  private Subscription start(
      SocketSettings settings,
      Supplier<Credentials> credentials,
      SocketListener listener,
      ConnectionTimeouts supervision) {
    Subscription subscription =
        new Subscription(settings, credentials, listener, supervision, InstantSource.system());
    started.add(subscription);
    subscription.start();
    return subscription;
  }
}
