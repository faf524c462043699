package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import dev.rampline.time.Scheduler;
import dev.rampline.time.SchedulerFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Has workers of its own work a backlog off. What cannot be done now is held by who has it, and
 * tried again, each time with the newest word of its subject.
 */
final class WorkerPool<W> {
  private final EventBuffer<W> buffer;
  private final Task<W> task;
  private final PoolConfig config;
  private final Scheduler scheduler;
  private final Semaphore idle;
  private final Consumer<Throwable> onFatalError;

  /**
   * @param onDeath told of what ends a worker, which should never be
   */
  WorkerPool(EventBuffer<W> backlog, Task<W> work, PoolConfig crew, Consumer<Throwable> onDeath) {
    this.buffer = backlog;
    this.task = work;
    this.config = crew;
    this.scheduler = crew.schedulerFactory().create(crew.name(), crew.size());
    this.idle = new Semaphore(crew.size());
    this.onFatalError = onDeath;
  }

  void start() {
    buffer.onAvailable(this::wake);
    IntStream.range(0, config.size()).forEach(_ -> wake());
  }

  /** Works off what is there, for no longer than that; returns how many subjects were left. */
  int drain(Duration longest) {
    int left = awaitEmpty(longest) ? 0 : buffer.depth();
    scheduler.close();
    return left;
  }

  private boolean awaitEmpty(Duration longest) {
    try {
      return buffer.awaitEmpty(longest);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whoever finds all others at work need not wait: each looks again when it has done. */
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

  private void attempt(Subject subject, W word, int tries) {
    try {
      switch (task.execute(subject, word, tries)) {
        case DONE -> {
          buffer.done(subject);
          release();
        }
        case RETRY ->
            scheduler.schedule(config.backoff().after(tries), () -> retry(subject, word, tries));
      }
    } catch (Throwable fault) {
      buffer.done(subject);
      onFatalError.accept(fault);
    }
  }

  private void retry(Subject subject, W word, int tries) {
    attempt(subject, buffer.takeNewer(subject).orElse(word), tries + 1);
  }

  private void release() {
    idle.release();
    wake();
  }

  /** What is done with a word. It throws nothing but what ends the process. */
  @FunctionalInterface
  interface Task<W> {
    /** Does it, for the first time or once more. */
    Outcome execute(Subject subject, W word, int tries);
  }

  /** What became of a word. */
  enum Outcome {
    DONE,
    /** It could not be done now. */
    RETRY
  }

  /**
   * Who works.
   *
   * @param name of the workers
   * @param size how many they are
   * @param backoff how long they wait between tries
   * @param schedulerFactory where they come from
   */
  record PoolConfig(
      String name, int size, JitteredBackoff backoff, SchedulerFactory schedulerFactory) {}
}
