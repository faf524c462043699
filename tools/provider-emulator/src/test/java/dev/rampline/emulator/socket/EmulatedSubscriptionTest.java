package dev.rampline.emulator.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.subscriber.socket.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The subscriber's subscription to the emulator's Socket.IO server. */
class EmulatedSubscriptionTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @AutoClose private final ProviderSocket provider = ProviderSocket.start(0, "key");
  private final Recorder recorder = new Recorder();

  @Test
  void partnersSubscription_isAcknowledged_andReceivesUpdates() {
    try (Subscription subscription = start("key", List.of())) {
      await().atMost(TIMEOUT).until(() -> subscription.status().isSubscribed());
      await().atMost(TIMEOUT).until(() -> provider.subscribers() == 1);

      provider.send(SocketUpdate.ofOrder("ORDER_PROCESSING", "o-1"));

      await().atMost(TIMEOUT).until(() -> !recorder.events.isEmpty());
      assertThat(((Json.Obj) recorder.events.getFirst().arguments().getFirst()).get("orderId"))
          .contains(new Json.Text("o-1"));
    }
  }

  @Test
  void ordersSubscription_receivesItsOrdersAlone() {
    try (Subscription subscription = start("key", List.of("o-1", "o-2"))) {
      await().atMost(TIMEOUT).until(() -> subscription.status().isSubscribed());

      provider.send(SocketUpdate.ofOrder("ORDER_PROCESSING", "o-3"));
      provider.send(SocketUpdate.ofOrder("ORDER_PROCESSING", "o-2"));

      await().atMost(TIMEOUT).until(() -> !recorder.events.isEmpty());
      assertThat(((Json.Obj) recorder.events.getFirst().arguments().getFirst()).get("orderId"))
          .contains(new Json.Text("o-2"));
    }
  }

  @Test
  void wrongKey_isRefused() {
    try (Subscription subscription = start("another key", List.of())) {
      await().atMost(TIMEOUT).until(() -> !recorder.failures.isEmpty());

      assertThat(recorder.failures).containsOnly("refused by the server");
      assertThat(subscription.status().isSubscribed()).isFalse();
    }
  }

  private Subscription start(String key, List<String> orders) {
    URI url = provider.url();
    SocketSettings settings =
        new SocketSettings(
            URI.create("http://127.0.0.1:" + url.getPort()), url.getPath(), "/socket.io/", orders);
    Subscription subscription =
        new Subscription(settings, () -> new Credentials(key, "STAGING"), recorder);
    subscription.start();
    return subscription;
  }

  private static final class Recorder implements SocketListener {
    private final List<SocketEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(SocketEvent event) {
      events.add(event);
    }

    @Override
    public void onSubscribed() {}

    @Override
    public void onDisconnected(String reason) {}

    @Override
    public void onFailed(String reason) {
      failures.add(reason);
    }
  }
}
