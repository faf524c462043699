package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.IngestLogFields;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReconciliationLogFields;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.reconcile.LookupResult;
import dev.rampline.reconcile.ReconciliationReport;
import java.time.InstantSource;

/** Counts and tells what the intake does: ids and words of our own, nothing of a message. */
final class ProcessorTelemetry {
  /** What lines of this process say that they are of. */
  static final String FUNCTION = "subscriber";

  private final Counters counters =
      new Counters(
          Metric.UNVERIFIED_EVENTS,
          Metric.LOOKUPS,
          Metric.UNVERIFIED_EVENTS_RESOLVED,
          Metric.CONFLICTS,
          Metric.ERASED,
          Metric.EVENTS_DROPPED,
          Metric.EVENTS_WAITING,
          Metric.EVENTS_REPEATED,
          Metric.UNRECOGNIZED_EVENTS,
          Metric.UNKNOWN_TO_PROVIDER,
          Metric.LOOKUPS_FAILED,
          Metric.UNREADABLE_RECORDS,
          Metric.SENDS_FAILED,
          Metric.FAULTS);
  private final EventLog eventLog;
  private final InstantSource clock;

  ProcessorTelemetry(EventLog journal, InstantSource clock) {
    this.eventLog = journal;
    this.clock = clock;
  }

  LogEntry newEntry() {
    return new LogEntry(FUNCTION, clock.instant());
  }

  void write(LogEntry line) {
    eventLog.write(line);
  }

  void count(Metric metric) {
    counters.count(metric);
  }

  /** Tells what became of a claim, and counts it. */
  void logResult(UnverifiedEvent claim, Metric what, IngestResult result) {
    count(what, result);
    write(IngestLogFields.addTo(claim, result, newEntry()));
  }

  /** Tells what became of an answer of the API, and counts it. */
  void logResult(LookupResult reading, Metric what) {
    count(what, reading.result());
    write(IngestLogFields.addTo(reading.event(), reading.result(), newEntry()));
  }

  /** Tells what a reconciliation repaired. */
  void logRecovered(ReconciliationReport report) {
    ReconciliationLogFields.writeRecovered(report, FUNCTION, clock.instant(), eventLog);
  }

  private void count(Metric what, IngestResult result) {
    count(what);
    if (result.decision().hasOpenConflict()) {
      count(Metric.CONFLICTS);
    }
    if (result.isLeftToRelay()) {
      count(Metric.SENDS_FAILED);
    }
  }

  /** Tells what kept a subject from being worked off, and counts it. */
  void logFailure(Subject subject, Metric what, RuntimeException fault) {
    count(what);
    write(newEntry().field("subject", subject.text()).field("fault", FaultName.ofRootCause(fault)));
  }

  void addCounts(LogEntry line) {
    counters.addTo(line);
  }
}
