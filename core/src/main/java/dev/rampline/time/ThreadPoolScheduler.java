package dev.rampline.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Each of them a thread. */
final class ThreadPoolScheduler implements Scheduler {
  private final ScheduledThreadPoolExecutor threads;

  ThreadPoolScheduler(String name, int size) {
    this.threads =
        new ScheduledThreadPoolExecutor(
            size, Thread.ofPlatform().daemon().name(name + "-", 1).factory(), new DiscardPolicy());
  }

  @Override
  public void schedule(Duration wait, Runnable work) {
    var _ = threads.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
