package dev.rampline.adapter.telemetry;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.Decision;
import dev.rampline.reconcile.RecoveredEvent;

/** Adds the log fields of a processed event: ids and Rampline's own terms. */
public final class IngestLogFields {
  private IngestLogFields() {}

  /** Adds the result of a verified event. */
  public static LogEntry addTo(VerifiedEvent event, IngestResult result, LogEntry entry) {
    addEvent(event.subject(), event.metadata().channel(), event.status().state(), entry);
    return addResult(result, entry);
  }

  /** Adds the result of an unverified event. */
  public static LogEntry addTo(UnverifiedEvent event, IngestResult result, LogEntry entry) {
    addEvent(event.subject(), event.channel(), event.state(), entry);
    return addResult(result, entry);
  }

  /** Adds a recovered event. */
  public static LogEntry addTo(RecoveredEvent recovered, LogEntry entry) {
    addEvent(recovered.subject(), Channel.API, recovered.state(), entry);
    return addResult(recovered.result(), entry);
  }

  /** Counts the result, for callers that log each event. */
  public static LogEntry count(IngestResult result, LogEntry entry) {
    return entry
        .count(Metric.EVENTS, 1)
        .count(Metric.CONFLICTS, result.decision().hasOpenConflict() ? 1 : 0)
        .count(Metric.DISAGREEMENTS, result.decision().isDisagreement() ? 1 : 0)
        .count(Metric.ERASED, result.decision() instanceof Decision.Erased ? 1 : 0)
        .count(Metric.SENDS_FAILED, result.isLeftToRelay() ? 1 : 0);
  }

  private static void addEvent(Subject subject, Channel channel, State state, LogEntry entry) {
    entry.field("channel", channel.text()).subject(subject).field("state", state.text());
  }

  private static LogEntry addResult(IngestResult result, LogEntry entry) {
    return entry
        .field("traceId", result.trace().traceId())
        .field("decision", result.decision().text())
        .field("version", Long.toString(result.version()))
        .field("delivery", result.delivery().text());
  }
}
