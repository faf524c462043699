package dev.rampline.reconcile;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** A ledger, a provider, an adjustable clock, and the use case. */
abstract class ReconciliationFixture {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final LookbackWindow LOOKBACK =
      new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7));

  final FakeProviderClient provider = new FakeProviderClient();
  final InMemoryLedger ledger = new InMemoryLedger();
  final InMemoryScanCheckpointStore store = new InMemoryScanCheckpointStore();
  final InMemoryPublisher queue = new InMemoryPublisher();
  final Set<Subject> unreadable = new HashSet<>();
  Instant now = START;

  private final InstantSource clock = () -> now;
  private final Ledger readable = new UnreadableRecordLedger(ledger, unreadable);
  private final Ingest ingest =
      new Ingest(
          readable,
          queue,
          new MessageComposer("test"),
          Duration.ofSeconds(60),
          new Random(1),
          sleeper -> {});

  final ReconciliationReport run() {
    return run(Duration.ofMinutes(3));
  }

  final ReconciliationReport run(Duration budget) {
    return run(budget, new InMemoryDueIndex(ledger), store);
  }

  final ReconciliationReport run(
      Duration budget, DueIndex dueIndex, ScanCheckpointStore checkpoints) {
    return new Reconciliation(
            lookup(provider),
            new Reconciliation.LedgerStores(readable, dueIndex, checkpoints),
            LOOKBACK,
            clock)
        .run(within(budget));
  }

  final ProviderLookup lookup(ProviderClient client) {
    return new ProviderLookup(
        client, new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()), ingest, clock);
  }

  final void after(Duration time) {
    now = now.plus(time);
  }

  /** Ingests a webhook. */
  final void webhook(String payload) {
    Json.Obj parsed = (Json.Obj) JsonReader.read(payload).orElseThrow();
    DecodingResult decoding =
        new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of())
            .decode(parsed, EventMetadata.ofWebhook(now, null));
    if (decoding instanceof DecodingResult.WithEvent observed) {
      ingest.ingest(observed.event(), soon());
    }
  }

  final LedgerRecord order(String id) {
    return record(Subject.order(id));
  }

  final LedgerRecord record(Subject subject) {
    return (LedgerRecord) ledger.read(subject, Consistency.STRONG, soon()).orElseThrow();
  }

  final Deadline within(Duration budget) {
    return Deadline.after(budget, clock);
  }

  final Deadline soon() {
    return within(Duration.ofSeconds(10));
  }

  /** Receives the creation of an order. */
  final void created(String id) {
    webhook("{\"eventName\":\"ORDER_CREATED\",\"data\":{\"id\":\"" + id + "\"}}");
  }
}
