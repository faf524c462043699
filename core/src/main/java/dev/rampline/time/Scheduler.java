package dev.rampline.time;

import java.time.Duration;

/** A worker pool that runs tasks immediately or after a delay. Thread-safe. */
public interface Scheduler extends AutoCloseable {
  /** Runs a task after the delay, or as soon as a worker is free. The task must not throw. */
  void schedule(Duration delay, Runnable task);

  /** Interrupts the running tasks and discards all others. */
  @Override
  void close();
}
