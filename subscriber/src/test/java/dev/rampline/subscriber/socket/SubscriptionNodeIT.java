package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A subscription to the official server without failures. */
class SubscriptionNodeIT {
  @AutoClose private final NodeServer server = NodeServer.start();
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  @Test
  void connection_sendsItsCredentialsAndSubscribesToThePartner() {
    Subscription subscription = subscriptions.start(server.settings(), listener);

    await().until(() -> server.count("received") == 1);
    listener.awaitSubscriptions(1);
    assertThat(server.all("handshake")).containsExactly(json("{'apiKey':'key','env':'STAGING'}"));
    assertThat(server.all("received")).containsExactly(json("['subscribe:partner',null]"));
    assertThat(subscription.status().isSubscribed()).isTrue();
    assertThat(subscription.status().reconnects()).isZero();
  }

  @Test
  void listedOrders_areSubscribedToOneByOne() {
    List<String> orders = List.of("order-1", "order-2");
    subscriptions.start(new SocketSettings(server.uri(), "/ws", "/socket.io/", orders), listener);

    await().until(() -> server.count("received") == 2);
    assertThat(server.all("received"))
        .containsExactly(
            json("['subscribe:order',{'orderId':'order-1'},null]"),
            json("['subscribe:order',{'orderId':'order-2'},null]"));
  }

  @Test
  void namespaceAndPath_areIndependent() {
    try (NodeServer other = NodeServer.start(0, "/partners", "/ws/", "{}")) {
      subscriptions.start(
          new SocketSettings(other.uri(), "/partners", "/ws/", List.of()), listener);

      listener.awaitSubscriptions(1);
    }
  }

  @Test
  void rootNamespace_isSupported() {
    try (NodeServer other = NodeServer.start(0, "/", "/socket.io/", "{}")) {
      subscriptions.start(new SocketSettings(other.uri(), "/", "/socket.io/", List.of()), listener);
      listener.awaitSubscriptions(1);
      other.emit("order:update", "[1]");

      await().until(() -> listener.names().equals(List.of("order:update")));
    }
  }

  @Test
  void event_isDeliveredUnchanged() {
    Subscription subscription = subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.raw("42/ws,['order:update',{'amount':1.50,'n':null},'zwölf']".replace('\'', '"'));

    await().until(() -> !listener.events.isEmpty());
    assertThat(listener.events)
        .containsExactly(
            new SocketEvent(
                "order:update", List.of(json("{'amount':1.50,'n':null}"), new Json.Text("zwölf"))));
    assertThat(subscription.status().lastEventAt()).isPresent();
  }

  @Test
  void compression_isDeclined() {
    String compressing = "{\"perMessageDeflate\":{\"threshold\":0}}";
    try (NodeServer other = NodeServer.start(0, "/ws", "/socket.io/", compressing)) {
      subscriptions.start(other.settings(), listener);
      listener.awaitSubscriptions(1);
      other.emit("order:update", "[1]");

      await().until(() -> listener.names().equals(List.of("order:update")));
      assertThat(other.all("connection")).containsExactly(new Json.Text(""));
    }
  }

  @Test
  void credentials_areLoadedBeforeEachAttempt() {
    AtomicInteger attempts = new AtomicInteger();
    subscriptions.start(
        server.settings(),
        listener,
        () -> new Credentials("key-" + attempts.incrementAndGet(), "PRODUCTION"));
    listener.awaitSubscriptions(1);
    server.command("disconnectConnection");
    listener.awaitSubscriptions(2);

    assertThat(server.all("handshake"))
        .containsExactly(
            json("{'apiKey':'key-1','env':'PRODUCTION'}"),
            json("{'apiKey':'key-2','env':'PRODUCTION'}"));
  }

  @Test
  void unavailableCredentials_failOneAttemptOnly() {
    AtomicInteger attempts = new AtomicInteger();
    Supplier<Credentials> failingTwice =
        () -> {
          if (attempts.incrementAndGet() < 3) {
            throw new IllegalStateException("Secret unavailable");
          }
          return new Credentials("key", "STAGING");
        };
    subscriptions.start(server.settings(), listener, failingTwice);

    listener.awaitSubscriptions(1);
    assertThat(listener.failures)
        .containsExactly("no attempt could be made", "no attempt could be made");
  }

  @Test
  void close_endsTheConnection_andIsNoDisconnection() {
    Subscription subscription = subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);

    subscription.close();

    await().until(() -> server.count("disconnected") == 1);
    await().until(() -> !subscription.status().isSubscribed());
    assertThat(listener.losses).isEmpty();
    assertThat(server.count("connection")).isEqualTo(1);
  }

  private static Json json(String text) {
    return JsonReader.read(text.replace('\'', '"')).orElseThrow();
  }
}
