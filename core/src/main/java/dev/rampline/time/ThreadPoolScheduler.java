package dev.rampline.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** A scheduler with one daemon thread per worker. */
final class ThreadPoolScheduler implements Scheduler {
  private final ScheduledThreadPoolExecutor threads;

  ThreadPoolScheduler(String name, int size) {
    this.threads =
        new ScheduledThreadPoolExecutor(
            size, Thread.ofPlatform().daemon().name(name + "-", 1).factory(), new DiscardPolicy());
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    var _ = threads.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
