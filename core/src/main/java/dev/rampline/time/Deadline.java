package dev.rampline.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The time by which a result is needed, and the clock that measures it.
 *
 * @param at the time
 * @param clock the clock
 */
public record Deadline(Instant at, InstantSource clock) {
  public Deadline {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(clock, "clock");
  }

  /** Returns the deadline after that duration from now. */
  public static Deadline after(Duration duration, InstantSource clock) {
    return new Deadline(clock.instant().plus(duration), clock);
  }

  /** Returns the remaining time; never negative. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns whether no time remains. */
  public boolean hasPassed() {
    return remaining().isZero();
  }

  /** Returns the earlier of this deadline and that duration from now. */
  public Deadline within(Duration duration) {
    Deadline other = after(duration, clock);
    return other.at.isBefore(at) ? other : this;
  }
}
