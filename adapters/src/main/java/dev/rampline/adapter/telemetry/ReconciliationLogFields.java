package dev.rampline.adapter.telemetry;

import dev.rampline.reconcile.ProviderException;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.reconcile.StopReason;
import dev.rampline.reconcile.WaitingSubject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds the log fields of a reconciliation run. */
public final class ReconciliationLogFields {
  private ReconciliationLogFields() {}

  /** Adds the report's fields and metrics. */
  public static void addTo(ReconciliationReport report, Instant now, LogEntry entry) {
    entry
        .field(LogField.LIST_SCAN, report.scanCompleted() ? "completed" : "under-way")
        .count(Metric.STOPPED, report.failures().isStopped() ? 1 : 0)
        .measure(Metric.LIST_SCANS_COMPLETED, report.scanCompleted() ? 1 : 0)
        .measure(Metric.CHECKED, report.count(Count.CHECKED))
        .measure(Metric.RECOVERED, report.recovered().size())
        .count(Metric.FIRST_REPORTED_BY_API, report.count(Count.FIRST_REPORTED))
        .count(Metric.SENDS_FAILED, report.count(Count.LEFT_TO_RELAY))
        .count(Metric.CONFLICTS, report.count(Count.CONFLICT_FOUND))
        .count(Metric.CONFLICTS_RESOLVED, report.count(Count.CONFLICT_RESOLVED))
        .count(Metric.CONFIRMED, report.count(Count.CONFIRMED))
        .count(Metric.DISAGREEMENTS, report.count(Count.DISAGREEMENT))
        .count(Metric.UNKNOWN_TO_PROVIDER, report.count(Count.UNKNOWN))
        .count(Metric.UNREADABLE_RECORDS, report.count(Count.UNREADABLE))
        .count(Metric.ERASED, report.count(Count.ERASED))
        .count(Metric.LOOKUPS_ABANDONED, report.count(Count.ABANDONED));
    report.failures().stops().stream().findFirst().ifPresent(stop -> addTo(stop, entry));
    Instant oldest = report.oldest();
    if (oldest != null) {
      entry.measure(Metric.OLDEST_CHECKED, age(oldest, now));
    }
    add(report.oldestOpen(), Metric.OLDEST_OPEN, LogField.OLDEST_OPEN_SUBJECT, now, entry);
    add(
        report.oldestUnconfirmed(),
        Metric.OLDEST_UNCONFIRMED,
        LogField.OLDEST_UNCONFIRMED_SUBJECT,
        now,
        entry);
    add(
        report.oldestConflict(),
        Metric.OLDEST_CONFLICT,
        LogField.OLDEST_CONFLICT_SUBJECT,
        now,
        entry);
  }

  /**
   * Writes a log entry for each recovered event, for the number of failed lookups of each cause,
   * for each skipped subject, and for the second cause that stopped the run.
   */
  public static void writeDetails(
      ReconciliationReport report, String function, Instant at, EventLog eventLog) {
    report
        .recovered()
        .forEach(
            recovered ->
                eventLog.write(IngestLogFields.addTo(recovered, new LogEntry(function, at))));
    report
        .failures()
        .failedLookups()
        .forEach(
            (cause, count) ->
                eventLog.write(
                    new LogEntry(function, at)
                        .field(LogField.CAUSE, cause.text())
                        .count(Metric.LOOKUPS_FAILED, count)));
    report
        .failures()
        .skipped()
        .forEach(
            skipped ->
                eventLog.write(
                    FailureLogFields.addTo(
                        skipped.fault() instanceof ProviderException provider
                            ? provider.failure()
                            : null,
                        skipped.fault(),
                        new LogEntry(function, at).subject(skipped.subject()))));
    report.failures().stops().stream()
        .skip(1)
        .filter(stop -> !stop.failure().equals(report.failures().stops().getFirst().failure()))
        .forEach(stop -> eventLog.write(addTo(stop, new LogEntry(function, at))));
  }

  private static LogEntry addTo(StopReason stop, LogEntry entry) {
    return FailureLogFields.addTo(
        stop.failure(), stop.fault(), entry.field(LogField.PART, stop.part().text()));
  }

  private static void add(
      @Nullable WaitingSubject waiting, Metric metric, String field, Instant now, LogEntry entry) {
    if (waiting != null) {
      entry.measure(metric, age(waiting.since(), now)).field(field, waiting.subject().logId());
    }
  }

  private static long age(Instant since, Instant now) {
    return Duration.between(since, now).toSeconds();
  }
}
