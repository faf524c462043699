package dev.rampline.subscriber.processing;

import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.EmbeddedStores;
import dev.rampline.subscriber.FakeProviderApi;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.time.Deadline;
import dev.rampline.time.SchedulerFactory;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** An event processor with real stores and a fake provider API over HTTP. */
abstract class ProcessorFixture {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final EmbeddedStores STORES = new EmbeddedStores();
  private static final Keys KEYS =
      new Keys(List.of(), List.of(), new Secret("api-key-of-the-test", null), null);

  final FakeProviderApi api = new FakeProviderApi();
  final List<String> lines = new CopyOnWriteArrayList<>();
  final List<Throwable> fatalErrors = new CopyOnWriteArrayList<>();
  final String id = UUID.randomUUID().toString();
  private @Nullable SocketEventProcessor processor;

  ProcessorFixture() throws IOException {}

  @BeforeAll
  static void extendTimeout() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @AfterAll
  static void resetTimeout() {
    Awaitility.reset();
  }

  @AfterEach
  void stop() {
    if (processor != null) {
      processor.drain(Duration.ZERO);
    }
    api.close();
  }

  /** Returns the stores, which start once in this process and end with it. */
  static EmbeddedStores stores() {
    return STORES;
  }

  /** Starts a processor with a provider API. */
  final SocketEventProcessor withApi(int capacity) {
    return start(capacity, true);
  }

  /** Starts a processor without a provider API. */
  final SocketEventProcessor withoutApi() {
    return start(20_000, false);
  }

  final void order(String orderId, String event) {
    receive("order:update", "{\"event\":\"%s\",\"orderId\":\"%s\"}".formatted(event, orderId));
  }

  final void receive(String name, String json) {
    Json argument = JsonReader.read(json).orElseThrow();
    running().onEvent(new SocketEvent(name, List.of(argument)));
  }

  final LedgerRecord awaitRecord(Subject subject, Predicate<LedgerRecord> condition) {
    return await()
        .until(() -> record(subject).filter(condition), Optional::isPresent)
        .orElseThrow();
  }

  final Optional<LedgerRecord> record(Subject subject) {
    return new SharedWiring("test", stores(), entry -> {}, CLOCK)
        .ledger(settings())
        .read(subject, Consistency.STRONG, Deadline.after(Duration.ofSeconds(5), CLOCK))
        .map(LedgerRecord.class::cast);
  }

  /** Returns the metrics since the last call. */
  final String measured() {
    LogEntry entry = new LogEntry("test", Instant.EPOCH);
    running().addMetrics(entry);
    return entry.json();
  }

  final int depth() {
    String[] parts = measured().split("\"bufferDepth\":", -1);
    return Integer.parseInt(parts[parts.length - 1].replaceAll("[,}].*", ""));
  }

  private SocketEventProcessor running() {
    if (processor == null) {
      throw new IllegalStateException("Not started");
    }
    return processor;
  }

  private SocketEventProcessor start(int capacity, boolean withApi) {
    SharedWiring wiring = new SharedWiring("test", stores(), entry -> {}, CLOCK);
    Reconciliation.LedgerStores ledgerStores = wiring.ledgerStores(settings());
    Ingest ingest = wiring.ingest(settings(), ledgerStores.ledger());
    ProviderLookup lookup =
        wiring.providerLookup(settings(), provider(), KeyRing.fixed(KEYS), ingest);
    SocketEventProcessor.Api providerApi =
        new SocketEventProcessor.Api(
            lookup, new Reconciliation(lookup, ledgerStores, provider().lookback(), CLOCK));
    SocketEventProcessor created =
        new SocketEventProcessor(
            new SocketEventProcessor.Dependencies(
                ingest,
                ledgerStores.ledger(),
                withApi ? providerApi : null,
                entry -> lines.add(entry.json()),
                CLOCK,
                new ProcessorPools(SchedulerFactory.threadPool(), new Random()),
                fatalErrors::add),
            Vocabulary.DOCUMENTED,
            capacity);
    created.start();
    processor = created;
    return created;
  }

  private ProviderSettings provider() {
    return new ProviderSettings(
        api.url(),
        EndpointAuth.all(ProviderAuth.HEADER_KEY),
        1000,
        new LookbackWindow(Duration.ZERO, Duration.ofDays(7)));
  }

  private static IngestSettings settings() {
    return IngestSettings.of(new EnvironmentVariables(stores().variables()));
  }
}
