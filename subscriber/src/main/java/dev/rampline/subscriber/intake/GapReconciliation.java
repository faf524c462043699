package dev.rampline.subscriber.intake;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReportLine;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.reconcile.Report;
import dev.rampline.time.Deadline;
import dev.rampline.time.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Runs the reconciliation, one run at a time, on a thread of its own. However often it is asked for
 * during a run, one more follows; a run that did not come to its end is followed by another after a
 * while.
 */
final class GapReconciliation implements Gap {
  private static final Duration ONE_RUN = Duration.ofMinutes(5);

  private final Reconciliation reconciliation;
  private final Telling telling;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Consumer<Throwable> onDeath;
  private final Semaphore asked = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  GapReconciliation(
      Reconciliation reconciliation,
      Telling telling,
      InstantSource clock,
      Backoff backoff,
      Consumer<Throwable> onDeath) {
    this.reconciliation = reconciliation;
    this.telling = telling;
    this.clock = clock;
    this.backoff = backoff;
    this.onDeath = onDeath;
    this.thread = Thread.ofPlatform().daemon().name("gap-reconciliation").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopped = true;
    thread.interrupt();
  }

  @Override
  public void reconcile() {
    asked.release();
  }

  private void run() {
    try {
      while (!stopped) {
        asked.acquire();
        untilOneEnds();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (Throwable fault) {
      onDeath.accept(fault);
    }
  }

  private void untilOneEnds() {
    asked.drainPermits();
    for (int tries = 1; !runOnce() && !stopped; tries++) {
      Pause.real().pause(backoff.after(tries));
      asked.drainPermits();
    }
  }

  /** Whether it came to its end. */
  private boolean runOnce() {
    Line line = telling.line();
    try {
      Report report = reconciliation.run(Deadline.after(ONE_RUN, clock));
      ReportLine.tell(report, clock.instant(), line);
      return report.passCompleted() && report.stoppedBy() == null;
    } catch (RuntimeException ours) {
      line.tell("fault", FaultName.atRootOf(ours)).count(Metric.FAULTS, 1);
      return false;
    } finally {
      telling.write(line);
    }
  }
}
