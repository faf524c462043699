package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.Scheduler;
import dev.rampline.time.SchedulerFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A pool of workers that processes the items of a buffer. A worker holds an item that has to be
 * retried, and retries it with the newest event of its subject.
 */
final class WorkerPool<W> {
  private final EventBuffer<W> buffer;
  private final Task<W> task;
  private final PoolConfig config;
  private final Scheduler scheduler;
  private final Semaphore idle;
  private final Consumer<Throwable> onFatalError;

  /**
   * Creates a pool, which does nothing before {@link #start}.
   *
   * @param onFatalError called if a task throws, which stops its worker
   */
  WorkerPool(
      EventBuffer<W> buffer, Task<W> task, PoolConfig config, Consumer<Throwable> onFatalError) {
    this.buffer = buffer;
    this.task = task;
    this.config = config;
    this.scheduler = config.schedulerFactory().create(config.name(), config.size());
    this.idle = new Semaphore(config.size());
    this.onFatalError = onFatalError;
  }

  void start() {
    buffer.onAvailable(this::wake);
    IntStream.range(0, config.size()).forEach(_ -> wake());
  }

  /** Processes what is buffered within the timeout; returns the number of subjects left. */
  int drain(Duration timeout) {
    int unfinished = awaitEmpty(timeout) ? 0 : buffer.depth();
    scheduler.close();
    return unfinished;
  }

  private boolean awaitEmpty(Duration timeout) {
    try {
      return buffer.awaitEmpty(timeout);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Starts an idle worker, if any. A busy one looks for work itself when it is done. */
  private void wake() {
    if (buffer.hasWork() && idle.tryAcquire()) {
      scheduler.schedule(Duration.ZERO, this::startNext);
    }
  }

  private void startNext() {
    Optional<EventBuffer.Item<W>> next = buffer.take();
    if (next.isEmpty()) {
      release();
      return;
    }
    attempt(next.get().subject(), next.get().value(), 1);
  }

  private void attempt(Subject subject, W event, int attempts) {
    try {
      switch (task.execute(subject, event, attempts)) {
        case DONE -> {
          buffer.done(subject);
          release();
        }
        case RETRY ->
            scheduler.schedule(
                config.backoff().after(attempts), () -> retry(subject, event, attempts));
      }
    } catch (Throwable fault) {
      buffer.done(subject);
      onFatalError.accept(fault);
    }
  }

  private void retry(Subject subject, W event, int attempts) {
    attempt(subject, buffer.takeNewer(subject).orElse(event), attempts + 1);
  }

  private void release() {
    idle.release();
    wake();
  }

  /** Processes an event. Any exception that it throws is fatal to the process. */
  @FunctionalInterface
  interface Task<W> {
    /** Processes the event; {@code attempts} is 1 for the first attempt. */
    Outcome execute(Subject subject, W event, int attempts);
  }

  /** The outcome of an attempt. */
  enum Outcome {
    DONE,
    /** The attempt failed and has to be repeated. */
    RETRY
  }

  /**
   * The configuration of a pool.
   *
   * @param name the name of the worker threads
   * @param size the number of workers
   * @param backoff the delay between attempts
   * @param schedulerFactory creates the workers
   */
  record PoolConfig(
      String name, int size, JitteredBackoff backoff, SchedulerFactory schedulerFactory) {}
}
