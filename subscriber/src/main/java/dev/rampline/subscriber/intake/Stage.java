package dev.rampline.subscriber.intake;

import dev.rampline.observation.Subject;
import dev.rampline.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Works a backlog off on threads of its own. What cannot be done now is held and tried again, each
 * time with the newest word of its subject.
 */
final class Stage<W> {
  private final Backlog<W> backlog;
  private final Work<W> work;
  private final Backoff backoff;
  private final Pause pause;
  private final Consumer<Throwable> onDeath;
  private final List<Thread> workers;
  private volatile boolean stopped;

  /**
   * @param onDeath told of what ends a worker, which should never be
   */
  Stage(Backlog<W> backlog, Work<W> work, Crew crew, Consumer<Throwable> onDeath) {
    this.backlog = backlog;
    this.work = work;
    this.backoff = crew.backoff();
    this.pause = crew.pause();
    this.onDeath = onDeath;
    Thread.Builder threads = Thread.ofPlatform().daemon().name(crew.name() + "-", 1);
    this.workers =
        IntStream.range(0, crew.size()).mapToObj(worker -> threads.unstarted(this::run)).toList();
  }

  void start() {
    workers.forEach(Thread::start);
  }

  /** Works off what is there, for no longer than that; returns how many subjects were left. */
  int drain(Duration longest) {
    backlog.close();
    int left = awaitEmpty(longest) ? 0 : backlog.depth();
    stopped = true;
    workers.forEach(Thread::interrupt);
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

  private void run() {
    try {
      var next = backlog.take();
      while (next.isPresent() && !stopped) {
        workOff(next.get());
        next = backlog.take();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (Throwable fault) {
      onDeath.accept(fault);
    }
  }

  private void workOff(Backlog.Item<W> item) {
    Subject subject = item.subject();
    try {
      W word = item.word();
      for (int tries = 1; work.on(subject, word, tries) == Outcome.HELD && !stopped; tries++) {
        pause.pause(backoff.after(tries));
        word = backlog.newer(subject).orElse(word);
      }
    } finally {
      backlog.done(subject);
    }
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
   * @param name of the threads
   * @param size how many they are
   * @param backoff how long they wait between tries
   * @param pause lets them wait
   */
  record Crew(String name, int size, Backoff backoff, Pause pause) {}
}
