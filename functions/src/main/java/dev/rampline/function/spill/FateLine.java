package dev.rampline.function.spill;

import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.Decision;
import dev.rampline.observation.Subject;
import java.util.Locale;

/** What is told of one word of the spill. */
final class FateLine {
  private FateLine() {}

  static Line tell(Fate fate, Line line) {
    Subject subject = fate.subject();
    line.tell("subject", subject == null ? null : subject.text());
    return switch (fate) {
      case Fate.Taken(_, IngestResult result) -> taken(line, result);
      case Fate.Parked(_, String reason) ->
          line.tell("decision", "parked").tell("reason", reason).count(Metric.PARKED, 1);
      case Fate.Deferred(_, String fault) ->
          line.tell("decision", "deferred").tell("fault", fault).count(Metric.DEFERRED, 1);
    };
  }

  private static Line taken(Line line, IngestResult result) {
    boolean sendFailed = result.delivery() == IngestResult.Delivery.LEFT_TO_RELAY;
    return line.tell("traceId", result.trace().traceId())
        .tell("decision", result.decision().text())
        .tell("version", Long.toString(result.version()))
        .tell("delivery", result.delivery().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .count(Metric.EVENTS, 1)
        .count(Metric.CONFLICTS, result.decision().leavesConflict() ? 1 : 0)
        .count(Metric.FORGOTTEN, result.decision() instanceof Decision.Forgotten ? 1 : 0)
        .count(Metric.SENDS_FAILED, sendFailed ? 1 : 0);
  }
}
