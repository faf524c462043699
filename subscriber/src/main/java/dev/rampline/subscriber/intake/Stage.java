package dev.rampline.subscriber.intake;

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
final class Stage<W> {
  private final Backlog<W> backlog;
  private final Work<W> work;
  private final Crew crew;
  private final Scheduler workers;
  private final Semaphore idle;
  private final Consumer<Throwable> onDeath;

  /**
   * @param onDeath told of what ends a worker, which should never be
   */
  Stage(Backlog<W> backlog, Work<W> work, Crew crew, Consumer<Throwable> onDeath) {
    this.backlog = backlog;
    this.work = work;
    this.crew = crew;
    this.workers = crew.workforce().create(crew.name(), crew.size());
    this.idle = new Semaphore(crew.size());
    this.onDeath = onDeath;
  }

  void start() {
    backlog.onWork(this::wake);
    IntStream.range(0, crew.size()).forEach(_ -> wake());
  }

  /** Works off what is there, for no longer than that; returns how many subjects were left. */
  int drain(Duration longest) {
    int left = awaitEmpty(longest) ? 0 : backlog.depth();
    workers.close();
    return left;
  }

  private boolean awaitEmpty(Duration longest) {
    try {
      return backlog.awaitEmpty(longest);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whoever finds all others at work need not wait: each looks again when it has done. */
  private void wake() {
    if (backlog.hasWork() && idle.tryAcquire()) {
      workers.schedule(Duration.ZERO, this::takeOn);
    }
  }

  private void takeOn() {
    Optional<Backlog.Item<W>> next = backlog.take();
    if (next.isEmpty()) {
      rest();
      return;
    }
    attempt(next.get().subject(), next.get().word(), 1);
  }

  private void attempt(Subject subject, W word, int tries) {
    try {
      switch (work.on(subject, word, tries)) {
        case DONE -> {
          backlog.done(subject);
          rest();
        }
        case HELD ->
            workers.schedule(crew.backoff().after(tries), () -> retry(subject, word, tries));
      }
    } catch (Throwable fault) {
      backlog.done(subject);
      onDeath.accept(fault);
    }
  }

  private void retry(Subject subject, W word, int tries) {
    attempt(subject, backlog.newer(subject).orElse(word), tries + 1);
  }

  private void rest() {
    idle.release();
    wake();
  }

  /** What is done with a word. It throws nothing but what ends the process. */
  @FunctionalInterface
  interface Work<W> {
    /** Does it, for the first time or once more. */
    Outcome on(Subject subject, W word, int tries);
  }

  /** What became of a word. */
  enum Outcome {
    DONE,
    /** It could not be done now. */
    HELD
  }

  /**
   * Who works.
   *
   * @param name of the workers
   * @param size how many they are
   * @param backoff how long they wait between tries
   * @param workforce where they come from
   */
  record Crew(String name, int size, Backoff backoff, SchedulerFactory workforce) {}
}
