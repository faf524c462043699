package dev.rampline.simulation.environment;

import dev.rampline.time.Scheduler;
import java.time.Duration;

/**
 * Runs the workers of a process when they are due, on the single thread, and not after the process
 * has crashed. A worker is always available; callers limit their number.
 */
final class SimulatedScheduler implements Scheduler {
  private static final Duration MAX_LAG = Duration.ofMillis(20);

  private final SimulatedProcess process;
  private final SimulatedClock clock;
  private boolean closed;

  SimulatedScheduler(SimulatedProcess process, SimulatedClock timeline) {
    this.process = process;
    this.clock = timeline;
  }

  @Override
  public void schedule(Duration wait, Runnable work) {
    Duration lag = process.random().drawDuration(Duration.ZERO, MAX_LAG);
    clock.scheduleAfter(wait.plus(lag), () -> runIfAlive(work));
  }

  private void runIfAlive(Runnable work) {
    if (!closed && !process.isDead()) {
      work.run();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
