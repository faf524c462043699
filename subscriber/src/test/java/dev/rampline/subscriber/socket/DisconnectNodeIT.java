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

/** Every way in which a server can end a connection, or not begin one. */
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
  void endedConnection_isNoticedAtOnceAndMadeAgain(String end, String reason) {
    Subscription subscription = subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.command(end);

    listener.awaitLoss(TWO_SECONDS);
    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly(reason);
    assertThat(subscription.status().reconnects()).isEqualTo(1);
    await().until(() -> server.count("heard") == 2);
  }

  @Test
  void serverThatCloses_isNoticedAtOnceAndTriedUntilItIsBack() {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.command("closeServer");
    listener.awaitLoss(TWO_SECONDS);
    awaitFailures(2);

    revive();

    listener.awaitSubscriptions(2);
    assertThat(listener.failures).containsOnly("connection failed");
  }

  @Test
  void serverThatIsKilled_isNoticedAtOnceAndTriedUntilItIsBack() {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);
    server.signal("KILL");
    listener.awaitLoss(TWO_SECONDS);
    awaitFailures(2);

    revive();

    listener.awaitSubscriptions(2);
    assertThat(listener.losses).containsExactly("connection failed");
  }

  @Test
  void refusal_isMetWithFurtherAttemptsUntilWeAreAllowedIn() {
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
  void manyAttempts_leaveNoThreadsBehind() {
    Duration moment = Duration.ofMillis(1);
    Duration patience = Duration.ofSeconds(30);
    server.setBehavior("refuse");
    subscriptions.start(
        server.settings(), listener, new ConnectionTimeouts(moment, moment, patience, patience));
    awaitFailures(200);
    server.setBehavior("accept");
    listener.awaitSubscriptions(1);

    await().until(() -> threads() < 20);
  }

  @Test
  void redirection_isNotFollowed() throws IOException {
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext("/", this::sendToServer);
    elsewhere.start();
    URI uri = URI.create("ws://127.0.0.1:" + elsewhere.getAddress().getPort());
    subscriptions.start(new SocketSettings(uri, "/ws", "/socket.io/", List.of()), listener);

    awaitFailures(2);
    elsewhere.stop(0);
    assertThat(server.count("connection")).isZero();
  }

  @Test
  void silenceInsteadOfAcceptance_endsTheAttempt() {
    server.setBehavior("ignore");
    subscriptions.start(server.settings(), listener);
    awaitFailures(1);

    server.setBehavior("accept");

    listener.awaitSubscriptions(1);
    assertThat(listener.failures).containsOnly("not accepted in time");
  }

  @Test
  void stoppedServer_isNoticedByItsSilenceAndTriedUntilItGoesOn() {
    try (NodeServer halfOpen = NodeServer.withHeartbeat(300, 400)) {
      subscriptions.start(halfOpen.settings(), listener);
      listener.awaitSubscriptions(1);
      await().until(() -> halfOpen.count("pong") > 2);
      halfOpen.signal("STOP");

      listener.awaitLoss(TWO_SECONDS);
      awaitFailures(1);
      halfOpen.signal("CONT");

      listener.awaitSubscriptions(2);
      assertThat(listener.losses).containsExactly("silent for too long");
      assertThat(listener.failures).containsOnly("not accepted in time");
    }
  }

  @Test
  void serverThatAnnouncesAnEndlessPause_isGivenUpAfterTheLongestSilence() {
    ConnectionTimeouts nervous =
        new ConnectionTimeouts(
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            Duration.ofMillis(700));
    try (NodeServer quiet = NodeServer.withHeartbeat(3_600_000, 3_600_000)) {
      subscriptions.start(quiet.settings(), listener, nervous);
      listener.awaitSubscriptions(2);

      assertThat(listener.losses).contains("silent for too long");
    }
  }

  private void sendToServer(HttpExchange exchange) throws IOException {
    String there = "http://127.0.0.1:" + server.port() + exchange.getRequestURI();
    exchange.getResponseHeaders().set("Location", there);
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

  /** Another one on the port of the one that is gone. */
  private void revive() {
    int port = server.port();
    server.close();
    server = NodeServer.start(port);
  }
}
