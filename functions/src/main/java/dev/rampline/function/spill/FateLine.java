package dev.rampline.function.spill;

import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ResultLine;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.DecisionName;

/** What is told of one word of the spill. */
final class FateLine {
  private FateLine() {}

  static Line tell(Fate fate, Line line) {
    Subject subject = fate.subject();
    line.tell("subject", subject == null ? null : subject.text());
    return switch (fate) {
      case Fate.Taken(VerifiedEvent word, IngestResult result) ->
          ResultLine.count(result, ResultLine.tell(word, result, line));
      case Fate.Parked(_, String reason) ->
          line.tell("decision", DecisionName.DEAD_LETTERED.text())
              .tell("reason", reason)
              .count(Metric.PARKED, 1);
      case Fate.Deferred(_, String fault) ->
          line.tell("decision", DecisionName.DEFERRED.text())
              .tell("fault", fault)
              .count(Metric.DEFERRED, 1);
    };
  }
}
