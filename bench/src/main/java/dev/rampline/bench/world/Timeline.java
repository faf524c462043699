package dev.rampline.bench.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The true time, and what happens in it, on the one thread there is. Whoever lets time pass lets
 * others act meanwhile: that is how two handlers come to stand between the same read and write.
 */
public final class Timeline implements InstantSource {
  /** Deeper, time passes and the others are late. */
  private static final int MOST_AT_ONCE = 4;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          Comparator.comparing(Task::at)
              .thenComparingLong(Task::tie)
              .thenComparingLong(Task::number));
  private final Chance chance;
  private Instant now;
  private long number;
  private int acting;

  public Timeline(Instant begin, Chance chance) {
    this.now = begin;
    this.chance = chance;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Has it done then, or as soon as possible. */
  public void at(Instant moment, Runnable action) {
    tasks.add(new Task(moment, chance.nextLong(), number++, action));
  }

  /** Has it done after so long. */
  public void after(Duration wait, Runnable action) {
    at(now.plus(wait), action);
  }

  /** Lets all happen until then. */
  public void runUntil(Instant end) {
    happen(end);
    now = later(now, end);
  }

  /** Lets so much time pass for whoever acts, and for all others. */
  public void pass(Duration duration) {
    Instant end = now.plus(duration);
    if (acting < MOST_AT_ONCE) {
      happen(end);
    }
    now = later(now, end);
  }

  private void happen(Instant end) {
    acting++;
    try {
      for (Task next = tasks.peek(); next != null && !next.at().isAfter(end); next = tasks.peek()) {
        tasks.remove();
        now = later(now, next.at());
        next.action().run();
      }
    } finally {
      acting--;
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private record Task(Instant at, long tie, long number, Runnable action) {}
}
