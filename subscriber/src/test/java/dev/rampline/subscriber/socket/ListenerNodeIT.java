package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the listener does to the connection: nothing. */
class ListenerNodeIT {
  private static final int FLOOD = 10_000;

  @AutoClose private final NodeServer server = NodeServer.beating(500, 3000);
  @AutoClose private final Subscriptions subscriptions = new Subscriptions();
  private final TestingListener listener = new TestingListener();

  @Test
  void flood_isHeardWholeAndInOrderWhilePingsAreAnswered() {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);

    server.tell("flood", Map.of("count", new Json.Num(Integer.toString(FLOOD))));

    await().until(() -> listener.events.size() == FLOOD);
    long pongs = server.count("pong");
    await().until(() -> server.count("pong") > pongs + 1);
    assertThat(listener.events)
        .extracting(ListenerNodeIT::orderId)
        .isEqualTo(IntStream.range(0, FLOOD).mapToObj(n -> "order-" + n).toList());
    assertThat(server.count("gone")).isZero();
  }

  @Test
  void exceptionsInEveryCallback_doNoHarm() {
    Subscription subscription = subscriptions.start(server.settings(), throwing(listener));
    listener.awaitSubscriptions(1);
    server.emit("order:update", "[1]");
    server.emit("order:update", "[2]");
    await().until(() -> listener.events.size() == 2);
    server.manner("refuse");
    server.tell("disconnectConnection");
    await().until(() -> !listener.failures.isEmpty());
    server.manner("accept");
    listener.awaitSubscriptions(2);
    server.emit("order:update", "[3]");

    await().until(() -> listener.events.size() == 3);
    assertThat(subscription.status().listenerFailures()).isGreaterThanOrEqualTo(7);
  }

  private static Object orderId(SocketEvent event) {
    return ((Json.Text) ((Json.Obj) event.arguments().getFirst()).get("orderId").orElseThrow())
        .value();
  }

  /** One that throws whenever it is told something, an Error too. */
  private static SocketListener throwing(SocketListener listener) {
    return new SocketListener() {
      @Override
      public void heard(SocketEvent event) {
        listener.heard(event);
        throw new StackOverflowError();
      }

      @Override
      public void subscribed() {
        listener.subscribed();
        throw new IllegalStateException();
      }

      @Override
      public void lost(String reason) {
        listener.lost(reason);
        throw new IllegalStateException();
      }

      @Override
      public void failed(String reason) {
        listener.failed(reason);
        throw new IllegalStateException();
      }
    };
  }
}
