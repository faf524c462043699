package dev.rampline.emulator.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that the official client works with the emulated provider's socket. */
class ProviderSocketNodeIT {
  private static final String AUTH = "\"auth\":{\"apiKey\":\"key\",\"env\":\"STAGING\"}";
  private static final String AS_DOCUMENTED = "{\"transports\":[\"websocket\"]," + AUTH + "}";
  private static final String PARTNER = "[\"subscribe:partner\"]";

  private final ProviderSocket socket = ProviderSocket.start(0, "key", Duration.ofMillis(500));

  @AfterEach
  void close() {
    socket.close();
  }

  @Test
  void partnerSubscription_receivesEveryUpdateInOrder() {
    try (NodeSocketClient node = NodeSocketClient.connect(socket.url(), AS_DOCUMENTED, PARTNER)) {
      awaitSubscribers(1);

      publishThousand();

      await().until(() -> updates(node).size() == 1000);
      assertThat(updates(node).getFirst().toString())
          .isEqualTo("{\"event\":\"PROCESSING\",\"orderId\":\"order-0\"}");
      assertThat(updates(node))
          .extracting(update -> update.path("orderId").asText())
          .isEqualTo(IntStream.range(0, 1000).mapToObj(n -> "order-" + n).toList());
    }
  }

  @Test
  void orderSubscription_receivesOnlyThatOrder() {
    String order = "[\"subscribe:order\",{\"orderId\":\"order-7\"}]";
    try (NodeSocketClient node = NodeSocketClient.connect(socket.url(), AS_DOCUMENTED, order)) {
      awaitSubscribers(1);

      publishThousand();
      socket.send(SocketUpdate.ofCustomer("user", "APPROVED"));
      socket.send(SocketUpdate.ofOrder("COMPLETED", "order-7").with("txHash", "0xf00d"));

      await().until(() -> updates(node).size() == 2);
      assertThat(updates(node).getLast().toString())
          .isEqualTo("{\"event\":\"COMPLETED\",\"orderId\":\"order-7\",\"txHash\":\"0xf00d\"}");
    }
  }

  @Test
  void clientWithoutSubscription_receivesOnlyHeartbeats() {
    try (NodeSocketClient node = NodeSocketClient.connect(socket.url(), AS_DOCUMENTED)) {
      await().until(() -> !node.all("connected").isEmpty());
      publishThousand();

      await().until(() -> node.all("update").size() > 1);
      assertThat(node.all("update"))
          .allSatisfy(update -> assertThat(update.path("event").asText()).isEqualTo("PONG"))
          .allSatisfy(update -> assertThat(update.path("timestamp").asText()).startsWith("20"));
    }
  }

  @Test
  void defaultOptions_startWithPollingAndUpgrade() {
    try (NodeSocketClient node =
        NodeSocketClient.connect(socket.url(), "{" + AUTH + "}", PARTNER)) {
      await().until(() -> node.texts("upgraded").equals(List.of("websocket")));
      awaitSubscribers(1);
      socket.send(SocketUpdate.ofOrder("CREATED", "order-1"));

      await().until(() -> updates(node).size() == 1);
    }
  }

  @Test
  void wrongKey_isRejected() {
    assertRejected(AS_DOCUMENTED.replace("\"key\"", "\"other\""), "Invalid API key");
  }

  @Test
  void missingKey_isRejected() {
    assertRejected(AS_DOCUMENTED.replace("\"apiKey\":\"key\",", ""), "Invalid API key");
  }

  @Test
  void missingAuth_isRejected() {
    assertRejected("{\"transports\":[\"websocket\"]}", "Invalid API key");
  }

  @Test
  void unknownEnvironment_isRejected() {
    assertRejected(AS_DOCUMENTED.replace("STAGING", "MOON"), "Invalid environment");
  }

  @Test
  void otherNamespace_isRejected() {
    URI other = socket.url().resolve("/other");
    try (NodeSocketClient node = NodeSocketClient.connect(other, AS_DOCUMENTED, PARTNER)) {
      await().until(() -> node.all("refused").size() == 1);
      assertThat(node.all("connected")).isEmpty();
    }
  }

  @Test
  void rejectedAttempt_isFollowedByAnAcceptedOne() {
    socket.rejectNext(1);
    assertRejected(AS_DOCUMENTED, "Try again later");

    try (NodeSocketClient node = NodeSocketClient.connect(socket.url(), AS_DOCUMENTED, PARTNER)) {
      awaitSubscribers(1);
      assertThat(node.all("refused")).isEmpty();
    }
  }

  @Test
  void closedConnection_isDetectedAndRestored() {
    try (NodeSocketClient node = NodeSocketClient.connect(socket.url(), AS_DOCUMENTED, PARTNER)) {
      awaitSubscribers(1);

      socket.cutConnections();

      await().until(() -> !node.texts("disconnected").isEmpty());
      assertThat(node.texts("disconnected")).containsExactly("transport close");
      await().until(() -> node.all("connected").size() == 2);
      awaitSubscribers(1);
      socket.send(SocketUpdate.ofOrder("CREATED", "order-1"));
      await().until(() -> updates(node).size() == 1);
    }
  }

  private void assertRejected(String options, String message) {
    try (NodeSocketClient node = NodeSocketClient.connect(socket.url(), options, PARTNER)) {
      await().until(() -> !node.all("refused").isEmpty());
      socket.send(SocketUpdate.ofOrder("CREATED", "order-1"));
      assertThat(node.texts("refused")).containsExactly(message);
      assertThat(node.all("connected")).isEmpty();
      assertThat(socket.subscribers()).isZero();
    }
  }

  private void awaitSubscribers(int count) {
    await().until(() -> socket.subscribers() == count);
  }

  private void publishThousand() {
    for (int number = 0; number < 1000; number++) {
      socket.send(SocketUpdate.ofOrder("PROCESSING", "order-" + number));
    }
  }

  private static List<JsonNode> updates(NodeSocketClient node) {
    return node.all("update").stream()
        .filter(update -> !update.path("event").asText().equals("PONG"))
        .toList();
  }
}
