package dev.rampline.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The moment until which an answer must be there, and the clock that it is measured by.
 *
 * @param at the moment
 * @param clock what tells the present
 */
public record Deadline(Instant at, InstantSource clock) {
  public Deadline {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(clock, "clock");
  }

  /** So long from now. */
  public static Deadline after(Duration duration, InstantSource clock) {
    return new Deadline(clock.instant().plus(duration), clock);
  }

  /** What is left; never negative. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether nothing is left. */
  public boolean hasPassed() {
    return remaining().isZero();
  }

  /** The earlier of this deadline and so long from now. */
  public Deadline within(Duration duration) {
    Deadline other = after(duration, clock);
    return other.at.isBefore(at) ? other : this;
  }
}
