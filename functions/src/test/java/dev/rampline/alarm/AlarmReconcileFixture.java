package dev.rampline.alarm;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.DecodingResult.WithEvent;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.function.ReconcileDependencies;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.InMemoryDueIndex;
import dev.rampline.reconcile.InMemoryScanCheckpointStore;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.testkit.alarm.RecordedMetrics;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The reconcile function, whose runs share their stores. Time passes between runs only. */
final class AlarmReconcileFixture {
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryScanCheckpointStore checkpoints = new InMemoryScanCheckpointStore();
  private final RecordedMetrics metrics;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private UnaryOperator<Ledger> view = UnaryOperator.identity();
  private Publisher publisher = new InMemoryPublisher();

  AlarmReconcileFixture(RecordedMetrics metrics) {
    this.metrics = metrics;
  }

  /** Lets the runs see another ledger. */
  AlarmReconcileFixture withLedger(UnaryOperator<Ledger> newView) {
    view = newView;
    return this;
  }

  AlarmReconcileFixture withPublisher(Publisher newPublisher) {
    publisher = newPublisher;
    return this;
  }

  /** Stores webhooks about the order {@code order-1}, without metrics. */
  AlarmReconcileFixture webhooks(String... statuses) {
    for (String status : statuses) {
      Json.Obj payload =
          (Json.Obj)
              JsonReader.read(
                      """
                      {"eventName":"ORDER_%1$s","data":{"id":"order-1","status":"%1$s"}}"""
                          .formatted(status))
                  .orElseThrow();
      if (new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of())
              .decode(payload, EventMetadata.ofWebhook(now, null))
          instanceof WithEvent decoded) {
        ingest(ledger).ingest(decoded.event(), Deadline.after(Duration.ofSeconds(3), clock()));
      }
    }
    return this;
  }

  /** Runs the function some time after the last run. */
  AlarmReconcileFixture run(ProviderClient provider, Duration later) {
    now = now.plus(later);
    Ledger seen = view.apply(ledger);
    ProviderLookup lookup =
        new ProviderLookup(
            provider,
            new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()),
            ingest(seen),
            clock());
    Reconciliation.LedgerStores stores =
        new Reconciliation.LedgerStores(seen, new InMemoryDueIndex(ledger), checkpoints);
    LookbackWindow window = new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7));
    new ReconcileHandler(
            new ReconcileDependencies(
                new Reconciliation(lookup, stores, window, clock()),
                Incident.log(metrics),
                clock()))
        .handleRequest(Map.of(), null);
    return this;
  }

  private InstantSource clock() {
    return InstantSource.fixed(now);
  }

  private Ingest ingest(Ledger target) {
    return new Ingest(
        target,
        publisher,
        new MessageComposer("staging"),
        Duration.ofSeconds(3),
        new Random(1),
        pause -> {});
  }
}
