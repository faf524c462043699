package dev.rampline.adapter.telemetry;

import dev.rampline.reconcile.OpenOrder;
import dev.rampline.reconcile.ReconciliationReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of a run of the reconciliation. */
public final class ReportLine {
  private ReportLine() {}

  /** Tells it. */
  public static void tell(ReconciliationReport report, Instant now, Line line) {
    line.tell("pass", report.scanCompleted() ? "completed" : "under-way")
        .tell("cause", report.stoppedBy())
        .count(Metric.STOPPED, report.stoppedBy() == null ? 0 : 1)
        .measure(Metric.PASSES_COMPLETED, report.scanCompleted() ? 1 : 0)
        .measure(Metric.LOOKED_AT, report.checked())
        .measure(Metric.REPAIRED, report.recovered().size())
        .count(Metric.CONFLICTS, report.conflictsFound())
        .count(Metric.CONFLICTS_SETTLED, report.conflictsResolved())
        .count(Metric.UNKNOWN_TO_PROVIDER, report.unknown())
        .count(Metric.READINGS_FAILED, report.failed())
        .count(Metric.UNREADABLE_RECORDS, report.unreadable())
        .count(Metric.FORGOTTEN, report.erased())
        .count(Metric.LOOKS_DROPPED, report.abandoned());
    age(Metric.OLDEST_LOOKED_AT, report.oldest(), now, line);
    OpenOrder open = report.oldestOpen();
    if (open != null) {
      age(Metric.OLDEST_OPEN, open.since(), now, line);
      line.tell("oldestOpenSubject", open.subject().text());
    }
  }

  /** Writes a line for each repair besides. */
  public static void writeRepairs(
      ReconciliationReport report, String function, Instant at, Journal journal) {
    report
        .recovered()
        .forEach(repair -> journal.write(ResultLine.tell(repair, new Line(function, at))));
  }

  private static void age(Metric metric, @Nullable Instant since, Instant now, Line line) {
    if (since != null) {
      line.measure(metric, Duration.between(since, now).toSeconds());
    }
  }
}
