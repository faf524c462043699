package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ResultLine;
import dev.rampline.event.Channel;
import dev.rampline.event.Subject;
import dev.rampline.lifecycle.DecisionName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is told of an outcome. */
final class OutcomeLine {
  private OutcomeLine() {}

  static Line tell(Outcome outcome, Line line, Duration latency) {
    line.tell("channel", Channel.WEBHOOK.text())
        .tell("status", Integer.toString(outcome.answer().status()))
        .measure(Metric.LATENCY, latency.toMillis());
    return switch (outcome) {
      case Outcome.Refused refused -> refused(line, refused);
      case Outcome.OfNobody() ->
          line.tell("decision", DecisionName.NO_SUBJECT.text())
              .count(Metric.EVENTS, 1)
              .count(Metric.BELIEVED, 1);
      case Outcome.Spilled(Subject subject, String fault) ->
          line.tell("subject", subject.text())
              .tell("decision", DecisionName.QUEUED_FOR_RETRY.text())
              .tell("fault", fault)
              .count(Metric.EVENTS, 1)
              .count(Metric.BELIEVED, 1)
              .count(Metric.SPILLED, 1);
      case Outcome.Unavailable unavailable -> unavailable(line, unavailable);
      case Outcome.Failed(Subject subject, String fault) ->
          line.tell("subject", text(subject))
              .tell("decision", DecisionName.FAILED.text())
              .tell("fault", fault)
              .count(Metric.FAULTS, 1);
      case Outcome.Ingested ingested -> ingested(line, ingested);
    };
  }

  private static Line refused(Line line, Outcome.Refused refused) {
    line.tell("reason", refused.reason()).count(Metric.REFUSALS, 1);
    return refused.answer() == Answer.UNAUTHENTICATED ? line.measure(Metric.BELIEVED, 0) : line;
  }

  private static Line unavailable(Line line, Outcome.Unavailable unavailable) {
    return line.tell("subject", text(unavailable.subject()))
        .tell("decision", DecisionName.UNAVAILABLE.text())
        .tell("cause", unavailable.outage().text())
        .tell("fault", unavailable.fault())
        .count(Metric.UNAVAILABLE, 1);
  }

  private static Line ingested(Line line, Outcome.Ingested ingested) {
    ResultLine.tell(ingested.word(), ingested.result(), line);
    return ResultLine.count(ingested.result(), line)
        .count(Metric.BELIEVED, 1)
        .count(Metric.FIELDS_LEFT_OUT, ingested.leftOut());
  }

  private static @Nullable String text(@Nullable Subject subject) {
    return subject == null ? null : subject.text();
  }
}
