package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscription over TLS, as with the real provider. */
class TlsNodeIT {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;

  @AutoClose private final NodeServer server = NodeServer.secure(keys(), PASSWORD);
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();
  private final SocketSettings settings =
      new SocketSettings(
          URI.create("wss://127.0.0.1:" + server.port()), "/ws", "/socket.io/", List.of());

  @BeforeAll
  static void certify() throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    int exit =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keystore",
                keys().toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-dname",
                "CN=provider",
                "-ext",
                "san=ip:127.0.0.1")
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
  }

  @AfterEach
  void distrust() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  @Test
  void trustedServer_isAccepted() {
    trust();
    subscriptions.start(settings, listener);
    listener.awaitSubscriptions(1);
    server.emit("order:update", "[1]");

    await().until(() -> listener.names().equals(List.of("order:update")));
  }

  @Test
  void hugeFrame_endsTheConnection() {
    trust();
    subscriptions.start(settings, listener);
    listener.awaitSubscriptions(1);
    server.command("large", Map.of("size", new Json.Num("150000000")));

    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly("invalid data from the server");
  }

  @Test
  void untrustedServer_getsNoCredentials() {
    subscriptions.start(settings, listener);

    await().until(() -> listener.failures.size() > 1);
    assertThat(listener.failures).containsOnly("tls-failed");
    assertThat(server.count("connection")).isZero();
  }

  private static void trust() {
    System.setProperty(TRUST_STORE, keys().toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  private static Path keys() {
    return folder.resolve("keys.p12");
  }
}
