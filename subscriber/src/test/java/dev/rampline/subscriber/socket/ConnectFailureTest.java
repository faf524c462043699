package dev.rampline.subscriber.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed connection says why. */
class ConnectFailureTest {
  @AutoClose private final EngineServer server = new EngineServer("/ws");
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  ConnectFailureTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "302, Location: http://127.0.0.1:1/",
    "400, X-A: b",
    "403, X-A: b",
    "404, X-A: b",
    "200, Content-Length: 0",
    "429, X-A: b",
  })
  void refusedUpgrade_saysItsStatus(int status, String header) {
    server.refuseUpgrade("HTTP/1.1 %d X\r\n%s".formatted(status, header));
    subscriptions.start(server.settings(), listener);

    await().until(() -> listener.failures.size() > 1);

    assertThat(listener.failures).containsOnly("upgrade refused with HTTP status " + status);
  }

  @ParameterizedTest
  @CsvSource({"7, PT7S", "999999, PT1H"})
  void nextAttempt_waitsAsLongAsTheServerAsks(String retryAfter, Duration delay) throws Exception {
    assertThat(delayAfter(retryAfter)).isEqualTo(delay);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "soon", "-5"})
  void otherRetryAfter_isIgnored(String retryAfter) throws Exception {
    assertThat(delayAfter(retryAfter))
        .isLessThanOrEqualTo(SubscriptionFixture.SHORT_TIMEOUTS.maxDelay());
  }

  private Duration delayAfter(String retryAfter) throws InterruptedException {
    server.refuseUpgrade("HTTP/1.1 429 Slow down\r\nRetry-After: " + retryAfter);
    BlockingQueue<Duration> delays = new LinkedBlockingQueue<>();
    try (Subscription subscription =
        new Subscription(
            server.settings(),
            () -> new Credentials("key", "STAGING"),
            listener,
            SubscriptionFixture.SHORT_TIMEOUTS,
            InstantSource.system(),
            delays::add)) {
      subscription.start();
      return delays.take();
    }
  }

  @Test
  void unusedPort_isARefusedConnection() throws IOException {
    server.close();
    subscriptions.start(server.settings(), listener);

    await().until(() -> !listener.failures.isEmpty());
    assertThat(listener.failures).containsOnly("connection-refused");
  }

  @Test
  void serverWithoutTls_isATlsFailure() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerWithoutTls(plain));
      URI tls = URI.create("wss://127.0.0.1:" + plain.getLocalPort());
      subscriptions.start(new SocketSettings(tls, "/ws", "/socket.io/", List.of()), listener);

      await().until(() -> !listener.failures.isEmpty());
      assertThat(listener.failures).first().isEqualTo("tls-failed");
    }
  }

  private static void answerWithoutTls(ServerSocket plain) {
    try (Socket client = plain.accept()) {
      client.getOutputStream().write("HTTP/1.1 400 No TLS here\r\n\r\n".getBytes(US_ASCII));
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // The client has seen enough.
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("canary"), "name-not-resolved"),
        Arguments.of(new NoRouteToHostException("canary"), "connection-failed"),
        Arguments.of(new SocketTimeoutException("canary"), "timeout"),
        Arguments.of(new ProtocolException("canary"), "invalid data from the server"),
        Arguments.of(
            new SSLException("x", new ProtocolException()), "invalid data from the server"),
        Arguments.of(new SSLException("canary"), "tls-failed"),
        Arguments.of(handshakeEnded(), "tls-failed"),
        Arguments.of(new SocketException("canary"), "connection-failed"),
        Arguments.of(new EOFException("canary"), "connection-failed"),
        Arguments.of(new IOException("x", new UnknownHostException("y")), "name-not-resolved"),
        Arguments.of(new IOException("canary"), "connection-failed"));
  }

  private static Throwable handshakeEnded() {
    return new SSLHandshakeException("canary").initCause(new EOFException("canary"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void exception_isClassified(Throwable failure, String text) {
    assertThat(DisconnectReason.of(failure).text()).isEqualTo(text);
  }
}
