package dev.rampline.operations.recovery;

import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Limits the number of messages per second. Not thread-safe. */
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
  public RateLimiter(int perSecond, LongSupplier nanoTime, Sleeper sleeper) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
    this.nextFreeAt = nanoTime.getAsLong();
  }

  /** Returns the time that this many messages take. */
  Duration timeFor(int count) {
    return Duration.ofNanos(count * NANOS_PER_SECOND / perSecond);
  }

  /** Waits until this many messages may be sent. */
  public void acquire(int count) {
    long now = nanoTime.getAsLong();
    if (nextFreeAt > now) {
      sleeper.sleep(Duration.ofNanos(nextFreeAt - now));
    }
    nextFreeAt = Math.max(nextFreeAt, now) + timeFor(count).toNanos();
  }
}
