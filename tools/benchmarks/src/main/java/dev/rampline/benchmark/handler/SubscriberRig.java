package dev.rampline.benchmark.handler;

import dev.rampline.benchmark.BenchmarkDelivery;
import dev.rampline.emulator.ApiAccess;
import dev.rampline.emulator.ApiCredentials;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.EmulatedEvent;
import dev.rampline.emulator.EventSideEffects;
import dev.rampline.emulator.ProviderServer;
import dev.rampline.emulator.ProviderState;
import dev.rampline.emulator.TokenIssuer;
import dev.rampline.emulator.socket.ProviderSocket;
import dev.rampline.emulator.socket.SocketUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The emulated provider in this process, and the subscriber in another one, which is connected to
 * it and to the AWS of this process's environment variables.
 */
final class SubscriberRig implements AutoCloseable {
  /** Java's options in the subscriber's image, and the memory of its container. */
  static final List<String> CONTAINER =
      List.of(
          "-XX:MaxRAM=512m",
          "-XX:+UseSerialGC",
          "-XX:MaxRAMPercentage=60",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-Dhttp.maxConnections=21");

  private static final ApiCredentials CREDENTIALS =
      new ApiCredentials("benchmark-api-key", "benchmark-api-secret");

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final int POLL_MILLIS = 2;

  private final ProviderState state = new ProviderState(InstantSource.system());
  private final ProviderSocket socket = ProviderSocket.start(0, CREDENTIALS.apiKey());
  private final ProviderServer api;
  private final ChildProcess subscriber;
  private final long startedAt;
  private final URI health;
  private final URI heap;

  /**
   * Starts the provider and the subscriber, and does not wait for its connection.
   *
   * @param looksUp whether the subscriber asks the provider's API, as fast as its settings allow
   */
  SubscriberRig(boolean looksUp) throws IOException {
    TokenIssuer tokens =
        new TokenIssuer(
            CREDENTIALS, Duration.ofHours(1), InstantSource.system(), new SecureRandom());
    this.api =
        ProviderServer.start(
            0, new ApiAccess(BenchmarkDelivery.ACCESS_TOKEN, tokens), state, ApiFaultInjector.NONE);
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("RAMPLINE_ENVIRONMENT", "staging");
    variables.put("RAMPLINE_SOCKET_URL", socket.url().toString());
    variables.put("RAMPLINE_API_KEY", CREDENTIALS.apiKey());
    variables.put("RAMPLINE_HEALTH_PORT", "0");
    if (looksUp) {
      variables.put("RAMPLINE_PROVIDER_URL", api.baseUrl().toString());
      variables.put("RAMPLINE_PROVIDER_RATE", "1000");
    }
    List<String> options = new ArrayList<>(CONTAINER);
    options.addAll(TlsFiles.trust(Path.of(System.getProperty("javax.net.ssl.trustStore"))));
    this.startedAt = System.nanoTime();
    this.subscriber = ChildProcess.server(options, variables, SubscriberHost.class);
    String[] addresses = subscriber.readLine().split(" ", 2);
    this.health = URI.create(addresses[0]);
    this.heap = URI.create(addresses[1]);
  }

  /** Waits for the acknowledged subscription; returns the time since the start of the process. */
  Duration awaitSubscription() throws InterruptedException {
    await("a subscription", () -> socket.subscribers() == 1);
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Waits until the subscriber is ready; returns the time since the start of the process. */
  Duration awaitReadiness() throws InterruptedException {
    awaitSubscription();
    await("readiness", this::isReady);
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Sends one update of each of many new orders, as fast as the socket takes them. */
  void send(String name, int orders) {
    for (int order = 0; order < orders; order++) {
      String id = "%s-%d".formatted(name, order);
      SocketUpdate update = SocketUpdate.ofOrder("PROCESSING", id);
      state.apply(
          new EmulatedEvent(
              "{}",
              Instant.now(),
              new EventSideEffects(fields(id), "PROCESSING", Optional.of(update))));
      socket.send(update);
    }
  }

  private static Map<String, String> fields(String id) {
    return Map.of(
        "orderId", id,
        "partnerOrderId", "partner-" + id,
        "fiatCurrency", "USD",
        "fiatAmount", "100.00",
        "cryptoCurrency", "ETH",
        "cryptoAmount", "0.045",
        "network", "ethereum");
  }

  /** Returns the CPU time of the subscriber. */
  Duration cpu() {
    return subscriber.cpu();
  }

  /** Returns the number of requests that the provider's API has answered. */
  long apiRequests() {
    return api.requests();
  }

  LiveHeap liveHeap() {
    return LiveHeap.read(heap);
  }

  /** Waits for a condition. */
  static void await(String name, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited too long for " + name);
      }
      // The time between two looks.
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) health.resolve("/health/ready").toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    subscriber.close();
    socket.close();
    api.close();
  }
}
