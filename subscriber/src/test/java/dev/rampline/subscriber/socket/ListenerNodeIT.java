package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The listener cannot affect the connection. */
class ListenerNodeIT {
  private static final int BURST = 10_000;

  @AutoClose private final NodeServer server = NodeServer.withHeartbeat(500, 3000);
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  @Test
  void burst_isDeliveredCompletelyAndInOrder_whilePingsAreAnswered() {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);

    server.command("burst", Map.of("count", new Json.Num(Integer.toString(BURST))));

    await().until(() -> listener.events.size() == BURST);
    long pongs = server.count("pong");
    await().until(() -> server.count("pong") > pongs + 1);
    assertThat(listener.events)
        .extracting(ListenerNodeIT::orderId)
        .isEqualTo(IntStream.range(0, BURST).mapToObj(n -> "order-" + n).toList());
    assertThat(server.count("disconnected")).isZero();
  }

  @Test
  void exceptionsInEveryCallback_doNotEndTheSubscription() {
    Subscription subscription = subscriptions.start(server.settings(), throwing(listener));
    listener.awaitSubscriptions(1);
    server.emit("order:update", "[1]");
    server.emit("order:update", "[2]");
    await().until(() -> listener.events.size() == 2);
    server.setBehavior("refuse");
    server.command("disconnectConnection");
    await().until(() -> !listener.failures.isEmpty());
    server.setBehavior("accept");
    listener.awaitSubscriptions(2);
    server.emit("order:update", "[3]");

    await().until(() -> listener.events.size() == 3);
    assertThat(subscription.status().listenerFailures()).isGreaterThanOrEqualTo(7);
  }

  private static Object orderId(SocketEvent event) {
    return ((Json.Text) ((Json.Obj) event.arguments().getFirst()).get("orderId").orElseThrow())
        .value();
  }

  /** Returns a listener that throws after each call, sometimes an Error. */
  private static SocketListener throwing(SocketListener listener) {
    return new SocketListener() {
      @Override
      public void onEvent(SocketEvent event) {
        listener.onEvent(event);
        throw new StackOverflowError();
      }

      @Override
      public void onSubscribed() {
        listener.onSubscribed();
        throw new IllegalStateException();
      }

      @Override
      public void onDisconnected(String reason) {
        listener.onDisconnected(reason);
        throw new IllegalStateException();
      }

      @Override
      public void onFailed(String reason) {
        listener.onFailed(reason);
        throw new IllegalStateException();
      }
    };
  }
}
