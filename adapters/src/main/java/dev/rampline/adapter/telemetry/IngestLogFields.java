package dev.rampline.adapter.telemetry;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.Decision;
import dev.rampline.reconcile.RecoveredEvent;

/** What is told of a word that was taken in, whoever took it: ids and words of our own. */
public final class IngestLogFields {
  private IngestLogFields() {}

  /** Tells what became of an authenticated word. */
  public static LogEntry addTo(VerifiedEvent word, IngestResult result, LogEntry line) {
    addEvent(word.subject(), word.metadata().channel(), word.status().state(), line);
    return addResult(result, line);
  }

  /** Tells what became of a claim. */
  public static LogEntry addTo(UnverifiedEvent claim, IngestResult result, LogEntry line) {
    addEvent(claim.subject(), claim.channel(), claim.state(), line);
    return addResult(result, line);
  }

  /** Tells what the reconciliation repaired. */
  public static LogEntry addTo(RecoveredEvent repair, LogEntry line) {
    addEvent(repair.subject(), Channel.API, repair.state(), line);
    return addResult(repair.result(), line);
  }

  /** Counts what came of it, for who counts each word by itself. */
  public static LogEntry count(IngestResult result, LogEntry line) {
    return line.count(Metric.EVENTS, 1)
        .count(Metric.CONFLICTS, result.decision().hasOpenConflict() ? 1 : 0)
        .count(Metric.ERASED, result.decision() instanceof Decision.Erased ? 1 : 0)
        .count(Metric.SENDS_FAILED, result.isLeftToRelay() ? 1 : 0);
  }

  private static void addEvent(Subject subject, Channel channel, State state, LogEntry line) {
    line.field("channel", channel.text())
        .field("subject", subject.text())
        .field("state", state.text());
  }

  private static LogEntry addResult(IngestResult result, LogEntry line) {
    return line.field("traceId", result.trace().traceId())
        .field("decision", result.decision().text())
        .field("version", Long.toString(result.version()))
        .field("delivery", result.delivery().text());
  }
}
