package dev.rampline.devkit.recovery;

import dev.rampline.time.Pause;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets no more than so many a second pass. Not thread-safe. */
public final class Tempo {
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private long free;

  /**
   * @param perSecond at least 1
   * @param nanoTime as {@link System#nanoTime()}
   */
  public Tempo(int perSecond, LongSupplier nanoTime, Pause pause) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.free = nanoTime.getAsLong();
  }

  /** How long it takes until so many have gone. */
  Duration timeFor(int count) {
    return Duration.ofNanos(count * NANOS / perSecond);
  }

  /** Returns when those may go. */
  public void await(int count) {
    long now = nanoTime.getAsLong();
    if (free > now) {
      pause.pause(Duration.ofNanos(free - now));
    }
    free = Math.max(free, now) + timeFor(count).toNanos();
  }
}
