package dev.rampline.adapter.ozzobit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.UnresponsiveServer;
import dev.rampline.failure.FailureCause;
import dev.rampline.time.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderApiTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ScriptedProvider provider = new ScriptedProvider();
  private final List<Duration> delays = new ArrayList<>();
  private Instant now = NOW;

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void temporaryErrorStatus_isRetried_withGrowingDelays(int status) {
    provider.then(status, "busy");
    provider.then(status, "busy");
    provider.then(200, "done");

    assertThat(status(send(Duration.ofSeconds(60)))).isEqualTo(200);
    assertThat(delays).hasSize(2);
    assertThat(delays.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(delays.get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
  }

  @Test
  void lastingErrorStatus_isReturnedAfterFourAttempts() {
    for (int tries = 0; tries < ProviderApi.MAX_ATTEMPTS; tries++) {
      provider.then(503, "busy");
    }

    assertThat(status(send(Duration.ofSeconds(60)))).isEqualTo(503);
    assertThat(provider.requests()).hasSize(ProviderApi.MAX_ATTEMPTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | 0
          7                             | 7
          Sun, 01 Mar 2026 12:00:09 GMT | 9
          Sun, 01 Mar 2026 11:00:00 GMT | 0
          -7                            | 0
          soon                          | 0
          99999999999999999999          | 0
          """)
  void retryAfter_isRespected(String value, long seconds) {
    provider.then(429, "busy", Map.of("Retry-After", value));
    provider.then(200, "done");

    assertThat(status(send(Duration.ofSeconds(60)))).isEqualTo(200);
    assertThat(delays.getFirst())
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plusMillis(500));
  }

  @Test
  void retryAfterBeyondTheDeadline_endsTheAttempts() {
    provider.then(503, "busy", Map.of("Retry-After", "61"));

    assertThat(status(send(Duration.ofSeconds(60)))).isEqualTo(503);
    assertThat(delays).isEmpty();
  }

  @Test
  void brokenConnection_isRetried() {
    provider.then(exchange -> {});
    provider.then(200, "done");

    assertThat(status(send(Duration.ofSeconds(60)))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"1048576, true", "1048577, false"})
  void bodyOverOneMegabyte_isRejected(int size, boolean taken) {
    provider.then(200, "x".repeat(size));

    assertThat(send(Duration.ofSeconds(60)) instanceof ProviderResponse.Complete).isEqualTo(taken);
  }

  @Test
  void endlessBody_isCanceledAtTheLimit() {
    provider.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(new byte[1024]);
          }
        });

    assertThat(send(Duration.ofSeconds(60))).isEqualTo(new ProviderResponse.TooLarge(200));
  }

  @ParameterizedTest
  @EnumSource(UnresponsiveServer.Kind.class)
  void unresponsiveProvider_isNoResponseAtTheDeadline(UnresponsiveServer.Kind kind) {
    try (UnresponsiveServer hole = new UnresponsiveServer(kind)) {
      assertNoResponseInTime(hole.endpoint(), FailureCause.TIMEOUT);
    }
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void oneAttempt_isLimited_soThatALostResponseLeavesTimeForAnother() {
    CountDownLatch never = new CountDownLatch(1);
    provider.then(exchange -> await(never));
    provider.then(200, "done");
    // Each reading is 9.9 seconds after the one before: 100 ms of the first attempt's limit remain.
    InstantSource quick = () -> now = now.plusMillis(9_900);

    try (ProviderApi api = new ProviderApi(provider.base(), quick, new Random(1), wait -> {})) {
      ProviderResponse response =
          api.send(api.request("/").build(), Deadline.after(Duration.ofHours(1), quick));

      assertThat(status(response)).isEqualTo(200);
    } finally {
      never.countDown();
    }
  }

  @Test
  void slowBody_isNoResponseAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    provider.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write("drop".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          await(never);
        });

    assertNoResponseInTime(provider.base(), FailureCause.TIMEOUT);
    never.countDown();
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length: many, RESPONSE_NOT_HTTP",
    // The JDK's client reports this one like a lost connection.
    "Content-Length: -7, CONNECTION_FAILED"
  })
  void invalidResponseHead_isNoResponse(String field, FailureCause cause) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> respond("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\n", server));

      assertNoResponse(
          URI.create("http://127.0.0.1:" + server.getLocalPort()), cause, Duration.ofSeconds(30));
    }
  }

  private static void respond(String head, ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        var _ = client.getInputStream().read(new byte[1024]);
        client.getOutputStream().write(head.getBytes(UTF_8));
      } catch (IOException over) {
        // Otherwise the next attempt follows.
      }
    }
  }

  private static void assertNoResponseInTime(URI base, FailureCause cause) {
    Instant begun = Instant.now();
    assertNoResponse(base, cause, Duration.ofMillis(300));
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }

  private static void assertNoResponse(URI base, FailureCause cause, Duration timeout) {
    try (ProviderApi api =
        new ProviderApi(base, InstantSource.system(), new Random(1), wait -> {})) {
      Deadline deadline = Deadline.after(timeout, InstantSource.system());

      assertThat(api.send(api.request("/").build(), deadline))
          .isInstanceOfSatisfying(
              ProviderResponse.NoResponse.class,
              response -> {
                assertThat(response.cause()).isEqualTo(cause);
                assertThat(response.fault()).isNotNull();
              });
    }
  }

  private ProviderResponse send(Duration time) {
    try (ProviderApi api =
        new ProviderApi(provider.base(), () -> now, new Random(1), this::pause)) {
      return api.send(api.request("/").build(), Deadline.after(time, () -> now));
    }
  }

  private void pause(Duration wait) {
    delays.add(wait);
    now = now.plus(wait);
  }

  private static int status(ProviderResponse answer) {
    return ((ProviderResponse.Complete) answer).status();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
