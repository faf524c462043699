package dev.rampline.function.retry;

import dev.rampline.adapter.telemetry.IngestLogFields;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.DecisionName;

/** What is told of one word of the retry. */
final class RetryLogFields {
  private RetryLogFields() {}

  static LogEntry addTo(RetryResult fate, LogEntry line) {
    Subject subject = fate.subject();
    line.field("subject", subject == null ? null : subject.text());
    return switch (fate) {
      case RetryResult.Ingested(VerifiedEvent word, IngestResult result) ->
          IngestLogFields.count(result, IngestLogFields.addTo(word, result, line));
      case RetryResult.DeadLettered(_, String reason) ->
          line.field("decision", DecisionName.DEAD_LETTERED.text())
              .field("reason", reason)
              .count(Metric.DEAD_LETTERED, 1);
      case RetryResult.Deferred(_, String fault) ->
          line.field("decision", DecisionName.DEFERRED.text())
              .field("fault", fault)
              .count(Metric.DEFERRED, 1);
    };
  }
}
