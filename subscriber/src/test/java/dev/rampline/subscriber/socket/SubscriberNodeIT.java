package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.subscriber.EmbeddedStores;
import dev.rampline.subscriber.FakeProviderApi;
import dev.rampline.subscriber.Subscriber;
import dev.rampline.subscriber.SubscriberRun;
import dev.rampline.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The complete subscriber with the official server, real stores and a fake API. */
class SubscriberNodeIT {
  private static final EmbeddedStores STORES = new EmbeddedStores();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @AutoClose private final NodeServer server = NodeServer.start();
  @AutoClose private final FakeProviderApi api = new FakeProviderApi();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final String id = UUID.randomUUID().toString();

  SubscriberNodeIT() throws IOException {}

  @AfterAll
  static void stop() {
    STORES.close();
  }

  @Test
  void event_isRecordedAsUnverified_andResolvedByTheApi() {
    api.order(id, "COMPLETED");
    try (Subscriber subscriber = started()) {
      await().atMost(TIMEOUT).until(() -> server.count("received") == 1);

      emit(id);

      await().atMost(TIMEOUT).until(() -> isLogged("\"version\":\"2\""));
      assertThat(state(id)).contains(State.COMPLETED);
      assertThat(server.all("handshake").getFirst())
          .isEqualTo(
              new Json.Obj(
                  Map.of("apiKey", new Json.Text("key"), "env", new Json.Text("PRODUCTION"))));
      assertThat(subscriber.fatalError()).isNotDone();
    }
    assertThat(isLogged("\"decision\":\"unverified\"")).isTrue();
    assertThat(sum("unverifiedEvents", lines)).isEqualTo(1);
    assertThat(sum("lookups", lines)).isEqualTo(1);
    assertThat(sum("unverifiedEventsResolved", lines)).isEqualTo(1);
  }

  @Test
  void gap_isReconciledAfterEachReconnect() {
    try (Subscriber subscriber = started()) {
      await().atMost(TIMEOUT).until(() -> api.listRequests() == 1);

      server.command("disconnectConnection");

      await().atMost(TIMEOUT).until(() -> api.listRequests() == 2);
      assertThat(subscriber.fatalError()).isNotDone();
    }
    assertThat(isLogged("\"socket\":\"lost\"")).isTrue();
    assertThat(sum("reconnects", lines)).isEqualTo(1);
  }

  @Test
  void terminatedProcess_writesAllReceivedEvents() throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.putAll(STORES.awsVariables());
    environment.remove("RAMPLINE_HEALTH_PORT");
    List<String> ids = IntStream.range(0, 200).mapToObj(order -> id + order).toList();
    try (SubscriberRun run = SubscriberRun.of(environment)) {
      run.awaitHealth("/health/ready", 200);
      ids.forEach(this::emit);
      // Events arrive in order, so all events before this one are in the buffer.
      String last = ids.getLast();
      await()
          .atMost(TIMEOUT)
          .until(() -> state(last).isPresent() || state(ids.get(20)).isPresent());

      run.terminate();

      assertThat(run.awaitExit()).isZero();
      assertThat(run.output())
          .contains("\"shutdown\":\"drained\"")
          .doesNotContain("eventsUnflushed");
      long written = ids.stream().filter(order -> state(order).isPresent()).count();
      List<String> entries = run.output().lines().toList();
      // If the store is slow, an event is written twice, and the second write changes nothing.
      assertThat(sum("unverifiedEvents", entries) + sum("eventsRepeated", entries))
          .isEqualTo(written);
    }
  }

  @Test
  void processTerminatedDuringALedgerOutage_exitsInTimeAndReportsUnwrittenEvents()
      throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.putAll(STORES.awsVariables());
    environment.remove("RAMPLINE_HEALTH_PORT");
    try (SubscriberRun run = SubscriberRun.of(environment)) {
      run.awaitHealth("/health/ready", 200);
      STORES.stopLedger();
      emit(id);
      run.awaitHealth("/health/ready", 503);
      assertThat(run.health("/health/live").statusCode()).isEqualTo(200);

      long startedAt = System.nanoTime();
      run.terminate();

      assertThat(run.awaitExit()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
          .isLessThan(Duration.ofSeconds(20));
      assertThat(run.output()).contains("\"eventsUnflushed\":1");
    } finally {
      STORES.startLedger();
    }
  }

  private boolean isLogged(String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }

  /** Sums a metric over all log entries: one for each minute and one at shutdown. */
  private static long sum(String metric, List<String> lines) {
    Pattern value = Pattern.compile("\"" + metric + "\":(\\d+)");
    return lines.stream()
        .flatMap(line -> value.matcher(line).results())
        .mapToLong(result -> Long.parseLong(result.group(1)))
        .sum();
  }

  private void emit(String order) {
    server.emit("order:update", "[{\"event\":\"COMPLETED\",\"orderId\":\"%s\"}]".formatted(order));
  }

  private Subscriber started() {
    return Subscriber.start(environment(), STORES, line -> lines.add(line.json()));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(STORES.variables());
    environment.put("RAMPLINE_SOCKET_URL", server.uri() + "/ws");
    environment.put("RAMPLINE_API_KEY", "key");
    environment.put("RAMPLINE_PROVIDER_URL", api.url().toString());
    environment.put("RAMPLINE_PROVIDER_AUTH", "header-key");
    environment.put("RAMPLINE_HEALTH_PORT", "0");
    return environment;
  }

  private static Optional<State> state(String order) {
    IngestSettings settings = IngestSettings.of(new EnvironmentVariables(STORES.variables()));
    InstantSource clock = InstantSource.system();
    Ledger ledger = new SharedWiring("test", STORES, line -> {}, clock).ledger(settings);
    return ledger
        .read(
            Subject.order(order), Consistency.STRONG, Deadline.after(Duration.ofSeconds(5), clock))
        .map(entry -> ((LedgerRecord) entry).state());
  }
}
