package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReconciliationLogFields;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.subscriber.processing.WorkerPool.PoolConfig;
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
final class GapReconciliation implements ReconciliationTrigger {
  private static final Duration RUN_BUDGET = Duration.ofMinutes(5);

  private final Reconciliation reconciliation;
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;
  private final JitteredBackoff backoff;
  private final Scheduler scheduler;
  private final Consumer<Throwable> onFatalError;
  private boolean requested;
  private boolean running;

  GapReconciliation(
      Reconciliation reconciliation,
      ProcessorTelemetry telling,
      InstantSource clock,
      PoolConfig crew,
      Consumer<Throwable> onDeath) {
    this.reconciliation = reconciliation;
    this.telemetry = telling;
    this.clock = clock;
    this.backoff = crew.backoff();
    this.scheduler = crew.schedulerFactory().create(crew.name(), crew.size());
    this.onFatalError = onDeath;
  }

  void stop() {
    scheduler.close();
  }

  @Override
  public synchronized void reconcile() {
    requested = true;
    if (!running) {
      running = true;
      scheduler.schedule(Duration.ZERO, () -> run(1));
    }
  }

  private void run(int tries) {
    try {
      begin();
      scheduleNext(runOnce(), tries);
    } catch (Throwable fault) {
      onFatalError.accept(fault);
    }
  }

  private synchronized void begin() {
    requested = false;
  }

  private synchronized void scheduleNext(boolean ended, int tries) {
    if (!ended) {
      scheduler.schedule(backoff.after(tries), () -> run(tries + 1));
      return;
    }
    running = requested;
    if (requested) {
      scheduler.schedule(Duration.ZERO, () -> run(1));
    }
  }

  /** Whether it came to its end. */
  private boolean runOnce() {
    LogEntry line = telemetry.newEntry();
    try {
      ReconciliationReport report = reconciliation.run(Deadline.after(RUN_BUDGET, clock));
      telemetry.logRecovered(report);
      ReconciliationLogFields.addTo(report, clock.instant(), line);
      return report.scanCompleted() && report.stoppedBy() == null;
    } catch (RuntimeException ours) {
      line.field("fault", FaultName.ofRootCause(ours)).count(Metric.FAULTS, 1);
      return false;
    } finally {
      telemetry.write(line);
    }
  }
}
