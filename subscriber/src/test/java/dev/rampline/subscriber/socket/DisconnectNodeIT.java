package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which a server can end or reject a connection. */
class DisconnectNodeIT {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  @AutoClose private NodeServer server = NodeServer.start();
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  @ParameterizedTest
  @CsvSource({
    "disconnectNamespace, disconnected by the server",
    "disconnectConnection, disconnected by the server",
    "closeFrame, closed by the server",
  })
  void endedConnection_isNoticedAtOnceAndRestored(String end, String reason) {
    Subscription subscription = subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.command(end);

    listener.awaitLoss(TWO_SECONDS);
    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly(reason);
    assertThat(subscription.status().reconnects()).isEqualTo(1);
    await().until(() -> server.count("received") == 2);
  }

  @Test
  void closedServer_isNoticedAtOnceAndRetriedUntilItIsBack() {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.command("closeServer");
    listener.awaitLoss(TWO_SECONDS);
    awaitFailures(2);

    restartServer();

    listener.awaitSubscriptions(2);
    assertThat(listener.failures).containsOnly("connection-refused");
  }

  @Test
  void killedServer_isNoticedAtOnceAndRetriedUntilItIsBack() {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.signal("KILL");
    listener.awaitLoss(TWO_SECONDS);
    awaitFailures(2);

    restartServer();

    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly("connection-failed");
  }

  @Test
  void rejectedConnection_isRetriedUntilItIsAccepted() {
    server.setBehavior("refuse");
    Subscription subscription = subscriptions.start(server.settings(), listener);
    awaitFailures(3);
    assertThat(subscription.status().isSubscribed()).isFalse();

    server.setBehavior("accept");

    listener.awaitSubscriptions(1);
    assertThat(listener.failures).containsOnly("refused by the server");
    assertThat(listener.losses).isEmpty();
  }

  @Test
  void manyAttempts_leakNoThreads() {
    Duration delay = Duration.ofMillis(1);
    Duration timeout = Duration.ofSeconds(30);
    server.setBehavior("refuse");
    subscriptions.start(
        server.settings(), listener, new ConnectionTimeouts(delay, delay, timeout, delay, timeout));
    awaitFailures(200);
    server.setBehavior("accept");
    listener.awaitSubscriptions(1);

    await().until(() -> threads() < 20);
  }

  @Test
  void redirection_isNotFollowed() throws IOException {
    HttpServer redirector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    redirector.createContext("/", this::sendToServer);
    redirector.start();
    URI uri = URI.create("ws://127.0.0.1:" + redirector.getAddress().getPort());
    subscriptions.start(new SocketSettings(uri, "/ws", "/socket.io/", List.of()), listener);

    awaitFailures(2);
    redirector.stop(0);
    assertThat(server.count("connection")).isZero();
  }

  @Test
  void missingAcceptance_endsTheAttempt() {
    server.setBehavior("ignore");
    subscriptions.start(server.settings(), listener);
    awaitFailures(1);

    server.setBehavior("accept");

    listener.awaitSubscriptions(1);
    assertThat(listener.failures).containsOnly("not accepted in time");
  }

  @Test
  void pausedServer_isNoticedByItsSilenceAndRetriedUntilItResumes() {
    try (NodeServer pausedServer = NodeServer.withHeartbeat(300, 400)) {
      subscriptions.start(pausedServer.settings(), listener);
      listener.awaitSubscriptions(1);
      await().until(() -> pausedServer.count("pong") > 2);
      pausedServer.signal("STOP");

      listener.awaitLoss(TWO_SECONDS);
      awaitFailures(1);
      pausedServer.signal("CONT");

      listener.awaitSubscriptions(2);
      assertThat(listener.losses).containsExactly("silent for too long");
      assertThat(listener.failures).containsOnly("not accepted in time");
    }
  }

  @Test
  void serverWithAnHourlyHeartbeat_isDisconnectedAfterTheMaximumSilence() {
    ConnectionTimeouts shortSilence =
        new ConnectionTimeouts(
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(700));
    try (NodeServer silentServer = NodeServer.withHeartbeat(3_600_000, 3_600_000)) {
      subscriptions.start(silentServer.settings(), listener, shortSilence);
      listener.awaitSubscriptions(2);

      assertThat(listener.losses).contains("silent for too long");
    }
  }

  private void sendToServer(HttpExchange exchange) throws IOException {
    String target = "http://127.0.0.1:" + server.port() + exchange.getRequestURI();
    exchange.getResponseHeaders().set("Location", target);
    exchange.sendResponseHeaders(307, -1);
    exchange.close();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(OkHttp|engine\\.io).*"))
        .count();
  }

  private void awaitFailures(int count) {
    await().until(() -> listener.failures.size() >= count);
  }

  /** Starts another server on the same port. */
  private void restartServer() {
    int port = server.port();
    server.close();
    server = NodeServer.start(port);
  }
}
