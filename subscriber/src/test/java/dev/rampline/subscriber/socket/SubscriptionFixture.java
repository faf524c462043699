package dev.rampline.subscriber.socket;

import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Starts subscriptions with short timeouts and closes them after the test. */
final class SubscriptionFixture implements AutoCloseable {
  static final ConnectionTimeouts SHORT_TIMEOUTS =
      new ConnectionTimeouts(
          Duration.ofMillis(50),
          Duration.ofMillis(400),
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(30));

  private static final Credentials CREDENTIALS = new Credentials("key", "STAGING");

  private final List<Subscription> started = new ArrayList<>();

  Subscription start(SocketSettings settings, SocketListener listener) {
    return start(settings, () -> CREDENTIALS, listener, SHORT_TIMEOUTS);
  }

  Subscription start(
      SocketSettings settings, SocketListener listener, ConnectionTimeouts timeouts) {
    return start(settings, () -> CREDENTIALS, listener, timeouts);
  }

  Subscription start(
      SocketSettings settings, SocketListener listener, Supplier<Credentials> credentials) {
    return start(settings, credentials, listener, SHORT_TIMEOUTS);
  }

  @Override
  public void close() {
    started.forEach(Subscription::close);
  }

  private Subscription start(
      SocketSettings settings,
      Supplier<Credentials> credentials,
      SocketListener listener,
      ConnectionTimeouts timeouts) {
    Subscription subscription =
        new Subscription(
            settings, credentials, listener, timeouts, InstantSource.system(), Sleeper.system());
    started.add(subscription);
    subscription.start();
    return subscription;
  }
}
