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
public final class ResultLine {
  private ResultLine() {}

  /** Tells what became of an authenticated word. */
  public static Line tell(VerifiedEvent word, IngestResult result, Line line) {
    heard(word.subject(), word.metadata().channel(), word.status().state(), line);
    return became(result, line);
  }

  /** Tells what became of a claim. */
  public static Line tell(UnverifiedEvent claim, IngestResult result, Line line) {
    heard(claim.subject(), claim.channel(), claim.state(), line);
    return became(result, line);
  }

  /** Tells what the reconciliation repaired. */
  public static Line tell(RecoveredEvent repair, Line line) {
    heard(repair.subject(), Channel.API, repair.state(), line);
    return became(repair.result(), line);
  }

  /** Counts what came of it, for who counts each word by itself. */
  public static Line count(IngestResult result, Line line) {
    return line.count(Metric.EVENTS, 1)
        .count(Metric.CONFLICTS, result.decision().hasOpenConflict() ? 1 : 0)
        .count(Metric.FORGOTTEN, result.decision() instanceof Decision.Erased ? 1 : 0)
        .count(Metric.SENDS_FAILED, result.isLeftToRelay() ? 1 : 0);
  }

  private static void heard(Subject subject, Channel channel, State state, Line line) {
    line.tell("channel", channel.text())
        .tell("subject", subject.text())
        .tell("state", state.text());
  }

  private static Line became(IngestResult result, Line line) {
    return line.tell("traceId", result.trace().traceId())
        .tell("decision", result.decision().text())
        .tell("version", Long.toString(result.version()))
        .tell("delivery", result.delivery().text());
  }
}
