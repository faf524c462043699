package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.IngestLogFields;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.event.Channel;
import dev.rampline.event.Subject;
import dev.rampline.lifecycle.DecisionName;
import dev.rampline.quarantine.QuarantineReason;
import java.time.Duration;

/** Adds the outcome of a webhook request to its log entry. */
final class WebhookLogFields {
  private WebhookLogFields() {}

  static LogEntry addTo(WebhookOutcome outcome, LogEntry entry, Duration latency) {
    entry
        .field("channel", Channel.WEBHOOK.text())
        .field("status", Integer.toString(outcome.response().status()))
        .measure(Metric.LATENCY, latency.toMillis());
    return switch (outcome) {
      case WebhookOutcome.Rejected rejected -> rejected(entry, rejected);
      case WebhookOutcome.Ignored() ->
          entry
              .field("decision", DecisionName.IGNORED.text())
              .count(Metric.EVENTS, 1)
              .count(Metric.SIGNATURE_VALID, 1);
      case WebhookOutcome.Quarantined(QuarantineReason reason) ->
          entry
              .field("decision", DecisionName.QUARANTINED.text())
              .field("reason", reason.text())
              .count(Metric.EVENTS, 1)
              .count(Metric.SIGNATURE_VALID, 1)
              .count(Metric.QUARANTINED, 1);
      case WebhookOutcome.QueuedForRetry(Subject subject, String fault, boolean defect) ->
          entry
              .subject(subject)
              .field("decision", DecisionName.QUEUED_FOR_RETRY.text())
              .field("fault", fault)
              .count(Metric.EVENTS, 1)
              .count(Metric.SIGNATURE_VALID, 1)
              .count(Metric.QUEUED_FOR_RETRY, 1)
              .count(Metric.FAULTS, defect ? 1 : 0);
      case WebhookOutcome.Unavailable unavailable -> unavailable(entry, unavailable);
      case WebhookOutcome.Failed(Subject subject, String fault) ->
          entry
              .subject(subject)
              .field("decision", DecisionName.FAILED.text())
              .field("fault", fault)
              .count(Metric.FAULTS, 1);
      case WebhookOutcome.Ingested ingested -> ingested(entry, ingested);
    };
  }

  private static LogEntry rejected(LogEntry entry, WebhookOutcome.Rejected rejected) {
    entry.field("reason", rejected.reason()).count(Metric.REJECTIONS, 1);
    return rejected.response() == WebhookResponse.UNAUTHENTICATED
        ? entry.measure(Metric.SIGNATURE_VALID, 0)
        : entry;
  }

  private static LogEntry unavailable(LogEntry entry, WebhookOutcome.Unavailable unavailable) {
    return entry
        .subject(unavailable.subject())
        .field("decision", DecisionName.UNAVAILABLE.text())
        .field("cause", unavailable.cause().text())
        .field("fault", unavailable.fault())
        .count(Metric.UNAVAILABLE, 1);
  }

  private static LogEntry ingested(LogEntry entry, WebhookOutcome.Ingested ingested) {
    IngestLogFields.addTo(ingested.event(), ingested.result(), entry);
    return IngestLogFields.count(ingested.result(), entry)
        .count(Metric.SIGNATURE_VALID, 1)
        .count(Metric.QUARANTINED, ingested.isQuarantined() ? 1 : 0)
        .count(Metric.FIELDS_LEFT_OUT, ingested.omittedFields());
  }
}
