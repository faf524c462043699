package dev.rampline.adapter.telemetry;

import dev.rampline.reconcile.Report;
import java.time.Duration;
import java.time.Instant;

/** What is told of a run of the reconciliation. */
public final class ReportLine {
  private ReportLine() {}

  /** Tells it. */
  public static void tell(Report report, Instant now, Line line) {
    line.tell("pass", report.passCompleted() ? "completed" : "under-way")
        .tell("cause", report.stoppedBy())
        .count(Metric.STOPPED, report.stoppedBy() == null ? 0 : 1)
        .measure(Metric.LOOKED_AT, report.lookedAt())
        .measure(Metric.REPAIRED, report.repairs().size())
        .count(Metric.CONFLICTS_SETTLED, report.conflictsSettled())
        .count(Metric.UNKNOWN_TO_PROVIDER, report.unknown())
        .count(Metric.READINGS_FAILED, report.failed())
        .count(Metric.UNREADABLE_RECORDS, report.unreadable())
        .count(Metric.LOOKS_DROPPED, report.dropped());
    if (report.oldest() != null) {
      line.measure(Metric.OLDEST_LOOKED_AT, Duration.between(report.oldest(), now).toSeconds());
    }
  }
}
