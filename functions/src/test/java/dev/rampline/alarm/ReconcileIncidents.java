package dev.rampline.alarm;

import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.time.Duration;
import java.util.Map;

/** Failures that concern the reconciliation. */
final class ReconcileIncidents {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final ProviderClient PROCESSING = new UniformProviderClient("PROCESSING", 0);
  private static final ProviderClient UNAVAILABLE = new UnavailableProviderClient();

  private ReconcileIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.ofEntries(
        Map.entry(
            "OldestOpenAlarm",
            metrics -> order(metrics, "PROCESSING").run(PROCESSING, Duration.ofDays(2))),
        // The API never answers about an order that a webhook reported as completed.
        Map.entry(
            "OldestUnconfirmedAlarm",
            metrics -> order(metrics, "COMPLETED").run(UNAVAILABLE, Duration.ofHours(3))),
        Map.entry(
            "ListScanStalledAlarm",
            metrics -> order(metrics, "PROCESSING").run(UNAVAILABLE, FIVE_MINUTES)),
        Map.entry(
            "ReconcileStoppedAlarm",
            metrics -> order(metrics, "PROCESSING").run(UNAVAILABLE, FIVE_MINUTES)),
        // The API still reports an order as processing that a webhook reported as completed.
        Map.entry(
            "LedgerProviderDisagreementAlarm",
            metrics -> order(metrics, "COMPLETED").run(PROCESSING, Duration.ofHours(1))),
        Map.entry("UnreadableRecordsAlarm", ReconcileIncidents::readNewerRecord),
        Map.entry("ReconcileFaultsAlarm", ReconcileIncidents::failOnEveryRead),
        Map.entry("ConflictUnsettledAlarm", ReconcileIncidents::leaveConflictOpen),
        Map.entry("WebhooksMissedAlarm", missedWebhooks(2)),
        Map.entry(
            "WebhooksSilentAlarm",
            metrics -> order(metrics, "PROCESSING").run(PROCESSING, FIVE_MINUTES)),
        Map.entry(
            "NoValidSignatureAlarm",
            metrics -> {
              WebhookIncidents.unknownKey(3).run(metrics);
              missedWebhooks(1).run(metrics);
            }));
  }

  /** An order in processing, and one whose webhook was late or lost. */
  static Incident normalOperation() {
    return metrics -> {
      order(metrics, "PROCESSING").run(PROCESSING, FIVE_MINUTES);
      missedWebhooks(1).run(metrics);
    };
  }

  /** Orders that change at the provider after the first scan, without a webhook. */
  static Incident missedWebhooks(int orders) {
    return metrics ->
        new AlarmReconcileFixture(metrics)
            .run(PROCESSING, Duration.ZERO)
            .run(new UniformProviderClient("PROCESSING", orders), FIVE_MINUTES);
  }

  /** The first scan after the installation finds past orders. */
  static Incident firstScan() {
    return metrics ->
        new AlarmReconcileFixture(metrics)
            .run(new UniformProviderClient("COMPLETED", 5), Duration.ZERO);
  }

  /** Two webhooks contradict each other, and the API settles it in the next run. */
  static Incident settledConflict() {
    return metrics ->
        order(metrics, "COMPLETED", "CANCELLED")
            .run(new UniformProviderClient("COMPLETED", 0), FIVE_MINUTES);
  }

  static Incident failingSends() {
    return metrics ->
        order(metrics, "COMPLETED")
            .withPublisher(Incident.FAILING_PUBLISHER)
            .run(new UniformProviderClient("COMPLETED", 0), FIVE_MINUTES);
  }

  private static AlarmReconcileFixture order(RecordedMetrics metrics, String... statuses) {
    return new AlarmReconcileFixture(metrics).webhooks(statuses);
  }

  private static void readNewerRecord(RecordedMetrics metrics) {
    order(metrics, "PROCESSING")
        .withLedger(
            ledger ->
                new FaultyLedger(
                    ledger, () -> new UnreadableRecordException(new IllegalArgumentException())))
        .run(PROCESSING, FIVE_MINUTES);
  }

  private static void failOnEveryRead(RecordedMetrics metrics) {
    order(metrics, "PROCESSING")
        .withLedger(ledger -> new FaultyLedger(ledger, () -> new IllegalStateException("Bug")))
        .run(PROCESSING, FIVE_MINUTES);
  }

  /** The API says neither that the order was completed nor that it was cancelled. */
  private static void leaveConflictOpen(RecordedMetrics metrics) {
    order(metrics, "COMPLETED", "CANCELLED")
        .run(PROCESSING, FIVE_MINUTES)
        .run(PROCESSING, Duration.ofMinutes(40));
  }
}
