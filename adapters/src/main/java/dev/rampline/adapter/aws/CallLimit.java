package dev.rampline.adapter.aws;

import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Limits the duration of AWS calls. The SDK's own limits use timers, which cost a tenth of an
 * event's CPU time, so the {@link BufferedHttpClient} and the {@link DeadlineRetryStrategy} apply
 * this one. Thread-safe.
 *
 * @param endsAt when the calls must have ended, in the time of {@link System#nanoTime()}
 * @param attempt the time for one attempt in nanoseconds
 */
public record CallLimit(long endsAt, long attempt) {
  private static final ScopedValue<CallLimit> CURRENT = ScopedValue.newInstance();

  /** For calls without their own limit. */
  private static final Duration DEFAULT = Duration.ofSeconds(5);

  /**
   * Makes AWS calls that end, including retries, at the deadline. One attempt gets half the time,
   * so that a lost response leaves the other half for a retry.
   */
  public static <T> T within(Deadline deadline, Supplier<T> calls) {
    long nanos = deadline.remaining().toNanos();
    return ScopedValue.where(CURRENT, new CallLimit(System.nanoTime() + nanos, nanos / 2))
        .call(calls::get);
  }

  /** Returns the time for an attempt that starts now; zero or negative if there is none. */
  static Duration ofAttempt() {
    return CURRENT.isBound()
        ? Duration.ofNanos(Math.min(CURRENT.get().attempt, CURRENT.get().remaining()))
        : DEFAULT;
  }

  /** Returns whether a call may still be attempted after a pause. */
  static boolean allows(Duration pause) {
    return !CURRENT.isBound() || CURRENT.get().remaining() > pause.toNanos();
  }

  private long remaining() {
    return endsAt - System.nanoTime();
  }
}
