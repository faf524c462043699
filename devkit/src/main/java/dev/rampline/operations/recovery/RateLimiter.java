package dev.rampline.operations.recovery;

import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets no more than so many a second pass. Not thread-safe. */
public final class RateLimiter {
  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private long nextFreeAt;

  /**
   * @param perSecond at least 1
   * @param nanoTime as {@link System#nanoTime()}
   */
  public RateLimiter(int perSecond, LongSupplier nanoTime, Sleeper pause) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.sleeper = pause;
    this.nextFreeAt = nanoTime.getAsLong();
  }

  /** How long it takes until so many have gone. */
  Duration timeFor(int count) {
    return Duration.ofNanos(count * NANOS_PER_SECOND / perSecond);
  }

  /** Returns when those may go. */
  public void acquire(int count) {
    long now = nanoTime.getAsLong();
    if (nextFreeAt > now) {
      sleeper.sleep(Duration.ofNanos(nextFreeAt - now));
    }
    nextFreeAt = Math.max(nextFreeAt, now) + timeFor(count).toNanos();
  }
}
