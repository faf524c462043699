package dev.rampline.bench.world;

import dev.rampline.time.Workers;
import java.time.Duration;

/**
 * What workers of a process do happens when its time has come, on the one thread there is, and no
 * more once the process is dead. There is always one free: who hires them counts them itself.
 */
final class TimedWorkers implements Workers {
  private static final Duration LONGEST_LAG = Duration.ofMillis(20);

  private final Instance process;
  private final Timeline timeline;
  private boolean closed;

  TimedWorkers(Instance process, Timeline timeline) {
    this.process = process;
    this.timeline = timeline;
  }

  @Override
  public void after(Duration wait, Runnable work) {
    Duration lag = process.chance().between(Duration.ZERO, LONGEST_LAG);
    timeline.after(wait.plus(lag), () -> act(work));
  }

  private void act(Runnable work) {
    if (!closed && !process.isDead()) {
      work.run();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
