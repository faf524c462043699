package dev.rampline.subscriber.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that ask for an answer, or that come in several frames. */
class SocketPacketsTest {
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  @ParameterizedTest
  @CsvSource({"/ws, '43/ws,12[]'", "/, 4312[]"})
  void requestedAcknowledgement_isSent(String namespace, String answer) throws IOException {
    try (EngineServer server = connected(namespace)) {
      server.send("42NS12[\"order:update\",{}]");

      server.awaitReceived(answer);
      assertThat(listener.names()).containsExactly("order:update");
    }
  }

  @Test
  void attachments_standInPlaceOfTheirPlaceholders() throws IOException {
    try (EngineServer server = connected("/ws")) {
      server.send(
          "452-NS[\"order:update\",{\"_placeholder\":true,\"num\":1},"
              + "{\"a\":[{\"_placeholder\":true,\"num\":0}]}]");
      server.sendBinary("zwölf".getBytes(UTF_8));
      server.sendBinary("{\"event\":1}".getBytes(UTF_8));

      await().until(() -> !listener.events.isEmpty());
      assertThat(listener.events)
          .containsExactly(
              new SocketEvent(
                  "order:update",
                  List.of(new Json.Text("{\"event\":1}"), json("{\"a\":[\"zwölf\"]}"))));
    }
  }

  @Test
  void unreadableAttachment_leavesItsPlaceholder() throws IOException {
    try (EngineServer server = connected("/ws")) {
      server.send("451-NS3[\"order:update\",{\"_placeholder\":true,\"num\":0}]");
      server.sendBinary(new byte[] {(byte) 0xff});

      server.awaitReceived("43/ws,3[]");
      assertThat(listener.events)
          .containsExactly(
              new SocketEvent("order:update", List.of(json("{\"_placeholder\":true,\"num\":0}"))));
    }
  }

  @Test
  void missingAttachment_discardsItsEventAlone() throws IOException {
    try (EngineServer server = connected("/ws")) {
      server.send("452-NS[\"lost\",{\"_placeholder\":true,\"num\":0}]");
      server.sendBinary(new byte[] {1});
      server.send("42NS[\"next\"]");
      server.sendBinary(new byte[] {2});
      server.send("4517-NS[\"many\"]");
      server.send("42NS[\"last\"]");

      await().until(() -> listener.events.size() == 2);
      assertThat(listener.names()).containsExactly("next", "last");
    }
  }

  private EngineServer connected(String namespace) throws IOException {
    EngineServer server = new EngineServer(namespace);
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    return server;
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
