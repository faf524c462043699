package dev.rampline.subscriber.intake;

import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.assembly.Assembly;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.adapter.settings.Variables;
import dev.rampline.adapter.telemetry.Line;
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
import dev.rampline.subscriber.TestingApi;
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

/** An intake on real stores and an API that answers over HTTP. */
abstract class IntakeStage {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Keys KEYS =
      new Keys(List.of(), List.of(), new Secret("api-key-of-the-test", null), null);

  private static @Nullable EmbeddedStores stores;

  final TestingApi api = new TestingApi();
  final List<String> lines = new CopyOnWriteArrayList<>();
  final List<Throwable> deaths = new CopyOnWriteArrayList<>();
  final String id = UUID.randomUUID().toString();
  private @Nullable Intake intake;

  IntakeStage() throws IOException {}

  @BeforeAll
  static void startStores() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    stores = new EmbeddedStores();
  }

  @AfterAll
  static void stopStores() {
    stores().close();
    Awaitility.reset();
  }

  @AfterEach
  void stop() {
    if (intake != null) {
      intake.drain(Duration.ZERO);
    }
    api.close();
  }

  static EmbeddedStores stores() {
    if (stores == null) {
      throw new IllegalStateException("Not started");
    }
    return stores;
  }

  /** One that asks the API. */
  final Intake asking(int capacity) {
    return start(capacity, true);
  }

  /** One that has nobody to ask. */
  final Intake alone() {
    return start(20_000, false);
  }

  final void order(String orderId, String event) {
    hear("order:update", "{\"event\":\"%s\",\"orderId\":\"%s\"}".formatted(event, orderId));
  }

  final void hear(String name, String json) {
    Json argument = JsonReader.read(json).orElseThrow();
    running().heard(new SocketEvent(name, List.of(argument)));
  }

  final LedgerRecord awaitRecord(Subject subject, Predicate<LedgerRecord> condition) {
    return await()
        .until(() -> record(subject).filter(condition), Optional::isPresent)
        .orElseThrow();
  }

  final Optional<LedgerRecord> record(Subject subject) {
    return new Assembly("test", stores(), line -> {}, CLOCK)
        .ledger(settings())
        .read(subject, Consistency.STRONG, Deadline.after(Duration.ofSeconds(5), CLOCK))
        .map(LedgerRecord.class::cast);
  }

  /** What it measured since it was asked last. */
  final String measured() {
    Line line = new Line("test", Instant.EPOCH);
    running().tell(line);
    return line.json();
  }

  final int depth() {
    String[] parts = measured().split("\"bufferDepth\":", -1);
    return Integer.parseInt(parts[parts.length - 1].replaceAll("[,}].*", ""));
  }

  private Intake running() {
    if (intake == null) {
      throw new IllegalStateException("Not started");
    }
    return intake;
  }

  private Intake start(int capacity, boolean asks) {
    Assembly assembly = new Assembly("test", stores(), line -> {}, CLOCK);
    Reconciliation.LedgerStores books = assembly.books(settings());
    Ingest ingest = assembly.ingest(settings(), books.ledger());
    ProviderLookup readBack =
        assembly.readBack(settings(), provider(), KeyRing.fixed(KEYS), ingest);
    Intake.Api asked =
        new Intake.Api(readBack, new Reconciliation(readBack, books, provider().reach(), CLOCK));
    Intake made =
        new Intake(
            new Intake.Parts(
                ingest,
                books.ledger(),
                asks ? asked : null,
                line -> lines.add(line.json()),
                CLOCK,
                new Crews(SchedulerFactory.threadPool(), new Random()),
                deaths::add),
            capacity);
    made.start();
    intake = made;
    return made;
  }

  private ProviderSettings provider() {
    return new ProviderSettings(
        api.url(),
        ProviderAuth.HEADER_KEY,
        1000,
        new LookbackWindow(Duration.ZERO, Duration.ofDays(7)));
  }

  private static IngestSettings settings() {
    return IngestSettings.of(new Variables(stores().variables()));
  }
}
