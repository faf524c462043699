package dev.rampline.adapter.ozzobit;

import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Spaces requests evenly, so that no more than so many are made in a second. Thread-safe. */
final class FixedRateThrottle implements RequestThrottle {
  private final Duration spacing;
  private final Sleeper sleeper;
  private Instant next = Instant.MIN;

  FixedRateThrottle(int perSecond, Sleeper pause) {
    this.spacing = Duration.ofSeconds(1).dividedBy(perSecond);
    this.sleeper = pause;
  }

  @Override
  public boolean await(Deadline deadline) {
    Optional<Duration> wait = reserve(deadline);
    wait.filter(Duration::isPositive).ifPresent(sleeper::sleep);
    return wait.isPresent();
  }

  private synchronized Optional<Duration> reserve(Deadline deadline) {
    Instant now = deadline.clock().instant();
    Instant turn = next.isBefore(now) ? now : next;
    if (!turn.isBefore(deadline.at())) {
      return Optional.empty();
    }
    next = turn.plus(spacing);
    return Optional.of(Duration.between(now, turn));
  }
}
