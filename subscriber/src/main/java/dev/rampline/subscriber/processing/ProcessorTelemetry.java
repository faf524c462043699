package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FailureLogFields;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.IngestLogFields;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReconciliationLogFields;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.ingest.IngestResult;
import dev.rampline.reconcile.LookupResult;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.reconcile.ReconciliationReport;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts and logs the results of the event processor. Log entries contain ids and fixed texts, but
 * no payload data.
 */
final class ProcessorTelemetry {
  /** The function name in the log entries of this process. */
  static final String FUNCTION = "subscriber";

  private final Counters counters =
      new Counters(
          Metric.UNVERIFIED_EVENTS,
          Metric.LOOKUPS,
          Metric.UNVERIFIED_EVENTS_RESOLVED,
          Metric.FIRST_REPORTED_BY_API,
          Metric.CONFLICTS,
          Metric.ERASED,
          Metric.EVENTS_DROPPED,
          Metric.EVENTS_WAITING,
          Metric.EVENTS_REPEATED,
          Metric.UNKNOWN_TO_PROVIDER,
          Metric.UNREADABLE_RECORDS,
          Metric.SENDS_FAILED,
          Metric.FAULTS);
  private final Map<String, LongAdder> unrecognized = new ConcurrentHashMap<>();
  private final EventLog eventLog;
  private final InstantSource clock;

  ProcessorTelemetry(EventLog eventLog, InstantSource clock) {
    this.eventLog = eventLog;
    this.clock = clock;
  }

  LogEntry newEntry() {
    return new LogEntry(FUNCTION, clock.instant());
  }

  void write(LogEntry entry) {
    eventLog.write(entry);
  }

  void count(Metric metric) {
    counters.count(metric);
  }

  /** Counts a part of a socket event that was not understood. */
  void countUnrecognized(String shape) {
    unrecognized.computeIfAbsent(shape, _ -> new LongAdder()).increment();
  }

  /** Logs and counts a failed attempt to subscribe. */
  void logFailedSubscription(String reason, @Nullable Throwable fault) {
    write(
        newEntry()
            .field("socket", "failed")
            .field(LogField.DISCONNECT_REASON, reason)
            .field("fault", fault == null ? null : FaultName.ofRootCause(fault))
            .count(Metric.SUBSCRIPTIONS_FAILED, 1));
  }

  /** Logs and counts the result of an unverified event. */
  void logResult(UnverifiedEvent event, Metric metric, IngestResult result) {
    count(metric, result);
    write(IngestLogFields.addTo(event, result, newEntry()));
  }

  /** Logs and counts the result of a lookup. */
  void logResult(LookupResult lookup, Metric metric) {
    count(metric, lookup.result());
    if (lookup.isFirstReport()) {
      count(Metric.FIRST_REPORTED_BY_API);
    }
    write(IngestLogFields.addTo(lookup.event(), lookup.result(), newEntry()));
  }

  /** Logs the details of a reconciliation. */
  void logDetails(ReconciliationReport report) {
    ReconciliationLogFields.writeDetails(report, FUNCTION, clock.instant(), eventLog);
  }

  private void count(Metric metric, IngestResult result) {
    count(metric);
    if (result.decision().hasOpenConflict()) {
      count(Metric.CONFLICTS);
    }
    if (result.isLeftToRelay()) {
      count(Metric.SENDS_FAILED);
    }
  }

  /** Logs and counts a failure to process a subject. */
  void logFailure(Subject subject, Metric metric, RuntimeException fault) {
    count(metric);
    write(FailureLogFields.addTo(null, fault, newEntry().subject(subject)));
  }

  /** Logs and counts a lookup that is not tried again. */
  void logFailedLookup(Subject subject, RuntimeException fault) {
    write(failedLookup(subject, fault).count(Metric.LOOKUPS_FAILED, 1));
  }

  /** Logs a lookup that failed and is tried again. */
  void logLookupRetry(Subject subject, RuntimeException fault) {
    write(failedLookup(subject, fault));
  }

  private LogEntry failedLookup(Subject subject, RuntimeException fault) {
    CallFailure failure =
        fault instanceof ProviderException provider
            ? provider.failure()
            : CallFailure.of(FaultName.causeOf(fault));
    return FailureLogFields.addTo(failure, fault, newEntry().subject(subject));
  }

  /** Adds the counts since the last call to a log entry; writes one entry for each shape. */
  void addCounts(LogEntry entry) {
    counters.addTo(entry);
    unrecognized.forEach((shape, count) -> writeUnrecognized(shape, count.sumThenReset()));
  }

  private void writeUnrecognized(String shape, long count) {
    if (count > 0) {
      write(newEntry().field(LogField.SHAPE, shape).count(Metric.UNRECOGNIZED_EVENTS, count));
    }
  }
}
