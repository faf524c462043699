package dev.rampline.simulation.environment;

import dev.rampline.time.Scheduler;
import java.time.Duration;

/**
 * What workers of a process do happens when its time has come, on the one thread there is, and no
 * more once the process is dead. There is always one free: who hires them counts them itself.
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
