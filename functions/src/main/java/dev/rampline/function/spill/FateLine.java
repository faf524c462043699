package dev.rampline.function.spill;

import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ResultLine;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.DecisionName;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Subject;

/** What is told of one word of the spill. */
final class FateLine {
  private FateLine() {}

  static Line tell(Fate fate, Line line) {
    Subject subject = fate.subject();
    line.tell("subject", subject == null ? null : subject.text());
    return switch (fate) {
      case Fate.Taken(Observation word, IngestResult result) ->
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
