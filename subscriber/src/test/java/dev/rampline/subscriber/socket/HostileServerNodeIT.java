package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A server that breaks the protocol. */
class HostileServerNodeIT {
  private static final List<String> INVALID_FRAMES =
      List.of(
          "",
          "b!!!!",
          "x",
          "9",
          "5",
          "3probe",
          "0",
          "0{\"sid\":\"again\",\"upgrades\":[],\"pingInterval\":1,\"pingTimeout\":1}",
          "4",
          "4\u0000",
          "49/ws,[\"order:update\"]",
          "42[\"order:update\"]",
          "42/other,[\"order:update\"]",
          "42/ws,",
          "42/ws,{}",
          "42/ws,[]",
          "42/ws,[null]",
          "42/ws,[7]",
          "42/ws,[\"order:update\"",
          "42/ws,[\"order:update\",{\"amount\":NaN}]",
          "42/ws,[\"order:update\",{\"status\":\"COMPLETED\",\"status\":\"FAILED\"}]",
          "42/ws,[\"order:update\"," + "[".repeat(100_000) + "]".repeat(100_000) + "]",
          "42/ws,[\"order:update\",\"" + "x".repeat(PacketText.MAX_LENGTH) + "\"]",
          "43/ws,7[\"order:update\"]",
          "45-/ws,[\"order:update\"]",
          "4599999999999-/ws,[\"order:update\"]",
          "461-/ws,[\"order:update\"]");

  @AutoClose private final NodeServer server = NodeServer.start();
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();
  private final Subscription subscription = subscriptions.start(server.settings(), listener);

  HostileServerNodeIT() {
    listener.awaitSubscriptions(1);
  }

  @Test
  void invalidFrames_areDiscarded_withoutADisconnection() {
    INVALID_FRAMES.forEach(server::raw);
    server.command("binary", Map.of("size", new Json.Num("100000")));
    server.emit("order:update", "[1]");

    await().until(() -> !listener.events.isEmpty());
    assertThat(listener.names()).containsExactly("order:update");
    assertThat(listener.losses).isEmpty();
    assertThat(subscription.status().discarded()).isGreaterThan(20);
  }

  @Test
  void eventsWithReservedNames_areDeliveredLikeOthers() {
    List<String> reserved =
        List.of(
            "connect",
            "connect_error",
            "disconnect",
            "disconnecting",
            "newListener",
            "open",
            "close",
            "packet",
            "message",
            "ping");

    reserved.forEach(name -> server.raw("42/ws,[\"" + name + "\",\"x\"]"));

    await().until(() -> listener.events.size() == reserved.size());
    assertThat(listener.names()).containsExactlyElementsOf(reserved);
    assertThat(listener.losses).isEmpty();
    assertThat(listener.subscriptions).hasValue(1);
    assertThat(server.count("received")).isEqualTo(1);
  }

  @Test
  void secondAcceptance_doesNotSubscribeAgain() {
    server.raw("40/ws,{\"sid\":\"again\"}");
    server.emit("order:update", "[1]");

    await().until(() -> !listener.events.isEmpty());
    assertThat(listener.subscriptions).hasValue(1);
    assertThat(server.count("received")).isEqualTo(1);
  }

  @Test
  void eventWithAttachments_isDeliveredWithThem() {
    server.raw("451-/ws,[\"order:update\",{\"_placeholder\":true,\"num\":0}]");
    server.command("binary", Map.of("size", new Json.Num("3")));
    server.emit("order:update", "[1]");

    await().until(() -> listener.events.size() == 2);
    assertThat(listener.events.getFirst().arguments()).containsExactly(new Json.Text("\0\0\0"));
    assertThat(listener.losses).isEmpty();
  }

  @Test
  void closePacketOfEngineIo_endsTheConnection() {
    server.raw("1");

    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly("closed by the server");
  }

  @Test
  void hugeFrame_endsTheConnection_withoutFillingTheMemory() {
    server.command("large", Map.of("size", new Json.Num("150000000")));

    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly("invalid data from the server");
  }

  @Test
  void floodOfPings_endsTheConnection() {
    server.command("pings", Map.of("count", new Json.Num("20000")));

    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly("invalid data from the server");
  }

  @Test
  void eventsBeforeAcceptance_areDropped() {
    server.setBehavior("ignore");
    server.command("disconnectConnection");
    await().until(() -> server.count("handshake") == 2);
    server.emit("order:update", "[1]");
    server.raw("42/ws,[\"order:update\",1]");
    server.setBehavior("accept");
    listener.awaitSubscriptions(2);

    assertThat(listener.events).isEmpty();
  }
}
