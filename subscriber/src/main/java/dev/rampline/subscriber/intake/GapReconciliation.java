package dev.rampline.subscriber.intake;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReportLine;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.subscriber.intake.Stage.Crew;
import dev.rampline.time.Deadline;
import dev.rampline.time.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Runs the reconciliation, one run at a time, by a worker of its own. However often it is asked for
 * during a run, one more follows; a run that did not come to its end is followed by another after a
 * while.
 */
final class GapReconciliation implements Gap {
  private static final Duration ONE_RUN = Duration.ofMinutes(5);

  private final Reconciliation reconciliation;
  private final Telling telling;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Scheduler workers;
  private final Consumer<Throwable> onDeath;
  private boolean asked;
  private boolean busy;

  GapReconciliation(
      Reconciliation reconciliation,
      Telling telling,
      InstantSource clock,
      Crew crew,
      Consumer<Throwable> onDeath) {
    this.reconciliation = reconciliation;
    this.telling = telling;
    this.clock = clock;
    this.backoff = crew.backoff();
    this.workers = crew.workforce().create(crew.name(), crew.size());
    this.onDeath = onDeath;
  }

  void stop() {
    workers.close();
  }

  @Override
  public synchronized void reconcile() {
    asked = true;
    if (!busy) {
      busy = true;
      workers.schedule(Duration.ZERO, () -> run(1));
    }
  }

  private void run(int tries) {
    try {
      begin();
      goOn(runOnce(), tries);
    } catch (Throwable fault) {
      onDeath.accept(fault);
    }
  }

  private synchronized void begin() {
    asked = false;
  }

  private synchronized void goOn(boolean ended, int tries) {
    if (!ended) {
      workers.schedule(backoff.after(tries), () -> run(tries + 1));
      return;
    }
    busy = asked;
    if (asked) {
      workers.schedule(Duration.ZERO, () -> run(1));
    }
  }

  /** Whether it came to its end. */
  private boolean runOnce() {
    Line line = telling.line();
    try {
      ReconciliationReport report = reconciliation.run(Deadline.after(ONE_RUN, clock));
      telling.repaired(report);
      ReportLine.tell(report, clock.instant(), line);
      return report.scanCompleted() && report.stoppedBy() == null;
    } catch (RuntimeException ours) {
      line.tell("fault", FaultName.atRootOf(ours)).count(Metric.FAULTS, 1);
      return false;
    } finally {
      telling.write(line);
    }
  }
}
