package dev.rampline.simulation.environment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The true time, and what happens in it, on the one thread there is. Whoever lets time pass lets
 * others act meanwhile: that is how two handlers come to stand between the same read and write.
 */
public final class SimulatedClock implements InstantSource {
  /** Deeper, time passes and the others are late. */
  private static final int MAX_DEPTH = 4;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          Comparator.comparing(Task::at)
              .thenComparingLong(Task::tie)
              .thenComparingLong(Task::number));
  private final SimulationRandom random;
  private Instant now;
  private long number;
  private int depth;

  public SimulatedClock(Instant begin, SimulationRandom chance) {
    this.now = begin;
    this.random = chance;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Has it done then, or as soon as possible. */
  public void scheduleAt(Instant moment, Runnable action) {
    tasks.add(new Task(moment, random.nextLong(), number++, action));
  }

  /** Has it done after so long. */
  public void scheduleAfter(Duration wait, Runnable action) {
    scheduleAt(now.plus(wait), action);
  }

  /** Lets all happen until then. */
  public void runUntil(Instant end) {
    runTasks(end);
    now = later(now, end);
  }

  /** Lets so much time pass for whoever acts, and for all others. */
  public void advance(Duration duration) {
    Instant end = now.plus(duration);
    if (depth < MAX_DEPTH) {
      runTasks(end);
    }
    now = later(now, end);
  }

  private void runTasks(Instant end) {
    depth++;
    try {
      for (Task next = tasks.peek(); next != null && !next.at().isAfter(end); next = tasks.peek()) {
        tasks.remove();
        now = later(now, next.at());
        next.action().run();
      }
    } finally {
      depth--;
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private record Task(Instant at, long tie, long number, Runnable action) {}
}
