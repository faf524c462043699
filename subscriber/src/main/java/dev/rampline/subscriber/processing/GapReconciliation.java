package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReconciliationLogFields;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.subscriber.processing.WorkerPool.PoolConfig;
import dev.rampline.time.Deadline;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Runs the reconciliation on a worker of its own, one run at a time. Requests during a run lead to
 * one more run. A run that did not complete is repeated after a backoff.
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
      ProcessorTelemetry telemetry,
      InstantSource clock,
      PoolConfig pool,
      Consumer<Throwable> onFatalError) {
    this.reconciliation = reconciliation;
    this.telemetry = telemetry;
    this.clock = clock;
    this.backoff = pool.backoff();
    this.scheduler = pool.schedulerFactory().create(pool.name(), pool.size());
    this.onFatalError = onFatalError;
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

  private void run(int attempts) {
    try {
      begin();
      scheduleNext(runOnce(), attempts);
    } catch (Throwable fault) {
      onFatalError.accept(fault);
    }
  }

  private synchronized void begin() {
    requested = false;
  }

  private synchronized void scheduleNext(boolean completed, int attempts) {
    if (!completed) {
      scheduler.schedule(backoff.after(attempts), () -> run(attempts + 1));
      return;
    }
    running = requested;
    if (requested) {
      scheduler.schedule(Duration.ZERO, () -> run(1));
    }
  }

  /** Runs the reconciliation and returns whether it completed. */
  private boolean runOnce() {
    LogEntry entry = telemetry.newEntry();
    try {
      ReconciliationReport report = reconciliation.run(Deadline.after(RUN_BUDGET, clock));
      telemetry.logDetails(report);
      ReconciliationLogFields.addTo(report, clock.instant(), entry);
      return report.scanCompleted() && !report.failures().isStopped();
    } catch (RuntimeException fault) {
      entry.field(LogField.FAULT, FaultName.ofRootCause(fault)).count(Metric.FAULTS, 1);
      return false;
    } finally {
      telemetry.write(entry);
    }
  }
}
