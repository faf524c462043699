package dev.rampline.simulation.environment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The true time and the scheduled events, on a single thread. While one actor waits, others act;
 * that is how two handlers interleave between a read and a write.
 */
public final class SimulatedClock implements InstantSource {
  /** At a greater depth, waiting does not run other actors; they run late. */
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

  /** Runs the action at that time, or as soon as possible. */
  public void scheduleAt(Instant moment, Runnable action) {
    tasks.add(new Task(moment, random.nextLong(), number++, action));
  }

  /** Runs the action after that delay. */
  public void scheduleAfter(Duration wait, Runnable action) {
    scheduleAt(now.plus(wait), action);
  }

  /** Runs all actions until that time. */
  public void runUntil(Instant end) {
    runTasks(end);
    now = later(now, end);
  }

  /** Advances the time for all actors. */
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
