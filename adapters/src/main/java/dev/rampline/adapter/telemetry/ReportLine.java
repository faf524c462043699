package dev.rampline.adapter.telemetry;

import dev.rampline.reconcile.OpenOrder;
import dev.rampline.reconcile.Report;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of a run of the reconciliation. */
public final class ReportLine {
  private ReportLine() {}

  /** Tells it. */
  public static void tell(Report report, Instant now, Line line) {
    line.tell("pass", report.passCompleted() ? "completed" : "under-way")
        .tell("cause", report.stoppedBy())
        .count(Metric.STOPPED, report.stoppedBy() == null ? 0 : 1)
        .measure(Metric.PASSES_COMPLETED, report.passCompleted() ? 1 : 0)
        .measure(Metric.LOOKED_AT, report.lookedAt())
        .measure(Metric.REPAIRED, report.repairs().size())
        .count(Metric.CONFLICTS, report.conflictsFound())
        .count(Metric.CONFLICTS_SETTLED, report.conflictsSettled())
        .count(Metric.UNKNOWN_TO_PROVIDER, report.unknown())
        .count(Metric.READINGS_FAILED, report.failed())
        .count(Metric.UNREADABLE_RECORDS, report.unreadable())
        .count(Metric.FORGOTTEN, report.forgotten())
        .count(Metric.LOOKS_DROPPED, report.dropped());
    age(Metric.OLDEST_LOOKED_AT, report.oldest(), now, line);
    OpenOrder open = report.oldestOpen();
    if (open != null) {
      age(Metric.OLDEST_OPEN, open.since(), now, line);
      line.tell("oldestOpenSubject", open.subject().text());
    }
  }

  /** Writes a line for each repair besides. */
  public static void writeRepairs(Report report, String function, Instant at, Journal journal) {
    report
        .repairs()
        .forEach(repair -> journal.write(ResultLine.tell(repair, new Line(function, at))));
  }

  private static void age(Metric metric, @Nullable Instant since, Instant now, Line line) {
    if (since != null) {
      line.measure(metric, Duration.between(since, now).toSeconds());
    }
  }
}
