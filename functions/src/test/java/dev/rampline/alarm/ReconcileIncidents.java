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
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.InMemoryDueIndex;
import dev.rampline.reconcile.InMemoryScanCheckpointStore;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Failures that concern the reconciliation. */
final class ReconcileIncidents {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private ReconcileIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "OldestOpenAlarm",
        metrics -> reconcile(metrics, new IdleProviderClient(), Duration.ofDays(2)),
        "OldestUnconfirmedAlarm",
        ReconcileIncidents::leaveOrderUnconfirmed,
        "ListScanStalledAlarm",
        metrics -> reconcile(metrics, new UnavailableProviderClient(), Duration.ofHours(1)),
        "ReconcileStoppedAlarm",
        metrics -> reconcile(metrics, new UnavailableProviderClient(), Duration.ofHours(1)),
        "LedgerProviderDisagreementAlarm",
        ReconcileIncidents::contradictCompletedOrder,
        "UnreadableRecordsAlarm",
        ReconcileIncidents::readNewerRecord);
  }

  static Incident normalOperation() {
    return metrics -> reconcile(metrics, new IdleProviderClient(), Duration.ofHours(1));
  }

  /** Runs the reconciliation with an order in processing, some time after its event. */
  private static void reconcile(RecordedMetrics metrics, ProviderClient provider, Duration later) {
    InMemoryLedger ledger = withOrder("PROCESSING");
    reconcile(metrics, provider, later, ledger, ledger);
  }

  /** The API still reports an order as processing that a webhook reported as completed. */
  private static void contradictCompletedOrder(RecordedMetrics metrics) {
    InMemoryLedger ledger = withOrder("COMPLETED");
    reconcile(metrics, new IdleProviderClient(), Duration.ofHours(1), ledger, ledger);
  }

  /** The API never answers about an order that a webhook reported as completed. */
  private static void leaveOrderUnconfirmed(RecordedMetrics metrics) {
    InMemoryLedger ledger = withOrder("COMPLETED");
    reconcile(metrics, new UnavailableProviderClient(), Duration.ofHours(3), ledger, ledger);
  }

  private static void readNewerRecord(RecordedMetrics metrics) {
    InMemoryLedger ledger = withOrder("PROCESSING");
    Ledger newer =
        new FaultyLedger(
            ledger, () -> new UnreadableRecordException(new IllegalArgumentException()));
    reconcile(metrics, new IdleProviderClient(), Duration.ofHours(1), newer, ledger);
  }

  private static InMemoryLedger withOrder(String status) {
    InMemoryLedger ledger = new InMemoryLedger();
    Json.Obj payload =
        (Json.Obj)
            JsonReader.read(
                    """
                    {"eventName":"ORDER_%1$s","data":{"id":"order-1","status":"%1$s"}}"""
                        .formatted(status))
                .orElseThrow();
    EventMetadata metadata = EventMetadata.ofWebhook(START, null);
    if (new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of()).decode(payload, metadata)
        instanceof WithEvent decoded) {
      ingest(ledger)
          .ingest(
              decoded.event(), Deadline.after(Duration.ofSeconds(3), InstantSource.fixed(START)));
    }
    return ledger;
  }

  private static void reconcile(
      RecordedMetrics metrics,
      ProviderClient provider,
      Duration later,
      Ledger ledger,
      InMemoryLedger indexed) {
    InstantSource clock = InstantSource.fixed(START.plus(later));
    ProviderLookup lookup =
        new ProviderLookup(
            provider,
            new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()),
            ingest(ledger),
            clock);
    Reconciliation.LedgerStores stores =
        new Reconciliation.LedgerStores(
            ledger, new InMemoryDueIndex(indexed), new InMemoryScanCheckpointStore());
    LookbackWindow window = new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7));
    new ReconcileHandler(
            new ReconcileDependencies(
                new Reconciliation(lookup, stores, window, clock), metrics.eventLog(), clock))
        .handleRequest(Map.of(), null);
  }

  private static Ingest ingest(Ledger ledger) {
    return new Ingest(
        ledger,
        new InMemoryPublisher(),
        new MessageComposer("staging"),
        Duration.ofSeconds(3),
        new Random(1),
        pause -> {});
  }
}
