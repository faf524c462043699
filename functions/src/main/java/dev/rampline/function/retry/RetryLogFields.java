package dev.rampline.function.retry;

import dev.rampline.adapter.telemetry.IngestLogFields;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.DecisionName;
import dev.rampline.quarantine.QuarantineReason;

/** Adds the result of a retried event to its log entry. */
final class RetryLogFields {
  private RetryLogFields() {}

  static LogEntry addTo(RetryResult result, LogEntry entry) {
    entry.subject(result.subject());
    return switch (result) {
      case RetryResult.Ingested(VerifiedEvent event, IngestResult ingestResult) ->
          IngestLogFields.count(ingestResult, IngestLogFields.addTo(event, ingestResult, entry));
      case RetryResult.Quarantined(QuarantineReason reason) ->
          entry
              .field("decision", DecisionName.QUARANTINED.text())
              .field("reason", reason.text())
              .count(Metric.QUARANTINED, 1);
      case RetryResult.Ignored() -> entry.field("decision", DecisionName.IGNORED.text());
      case RetryResult.DeadLettered(_, String reason, String fault) ->
          entry
              .field("decision", DecisionName.DEAD_LETTERED.text())
              .field("reason", reason)
              .field("fault", fault)
              .count(Metric.DEAD_LETTERED, 1);
      case RetryResult.Deferred(_, String fault) ->
          entry
              .field("decision", DecisionName.DEFERRED.text())
              .field("fault", fault)
              .count(Metric.DEFERRED, 1);
    };
  }
}
