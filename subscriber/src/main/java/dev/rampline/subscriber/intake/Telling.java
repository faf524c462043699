package dev.rampline.subscriber.intake;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReportLine;
import dev.rampline.adapter.telemetry.ResultLine;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.reconcile.LookupResult;
import dev.rampline.reconcile.ReconciliationReport;
import java.time.InstantSource;

/** Counts and tells what the intake does: ids and words of our own, nothing of a message. */
final class Telling {
  /** What lines of this process say that they are of. */
  static final String FUNCTION = "subscriber";

  private final Counters counters =
      new Counters(
          Metric.CLAIMS,
          Metric.READ_BACKS,
          Metric.CLAIMS_ANSWERED,
          Metric.CONFLICTS,
          Metric.FORGOTTEN,
          Metric.WORDS_DROPPED,
          Metric.WORDS_HELD,
          Metric.WORDS_REPEATED,
          Metric.UNKNOWN_WORDS,
          Metric.UNKNOWN_TO_PROVIDER,
          Metric.READINGS_FAILED,
          Metric.UNREADABLE_RECORDS,
          Metric.SENDS_FAILED,
          Metric.FAULTS);
  private final Journal journal;
  private final InstantSource clock;

  Telling(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  Line line() {
    return new Line(FUNCTION, clock.instant());
  }

  void write(Line line) {
    journal.write(line);
  }

  void count(Metric metric) {
    counters.count(metric);
  }

  /** Tells what became of a claim, and counts it. */
  void told(UnverifiedEvent claim, Metric what, IngestResult result) {
    count(what, result);
    write(ResultLine.tell(claim, result, line()));
  }

  /** Tells what became of an answer of the API, and counts it. */
  void told(LookupResult reading, Metric what) {
    count(what, reading.result());
    write(ResultLine.tell(reading.event(), reading.result(), line()));
  }

  /** Tells what a reconciliation repaired. */
  void repaired(ReconciliationReport report) {
    ReportLine.writeRepairs(report, FUNCTION, clock.instant(), journal);
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
  void failed(Subject subject, Metric what, RuntimeException fault) {
    count(what);
    write(line().tell("subject", subject.text()).tell("fault", FaultName.atRootOf(fault)));
  }

  void tellCounts(Line line) {
    counters.tell(line);
  }
}
