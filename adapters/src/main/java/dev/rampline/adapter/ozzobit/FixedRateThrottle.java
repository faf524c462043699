package dev.rampline.adapter.ozzobit;

import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Spaces requests evenly up to a maximum rate. Thread-safe. */
final class FixedRateThrottle implements RequestThrottle {
  private final Duration spacing;
  private final Sleeper sleeper;
  private Instant next = Instant.MIN;

  FixedRateThrottle(int perSecond, Sleeper sleeper) {
    this.spacing = Duration.ofSeconds(1).dividedBy(perSecond);
    this.sleeper = sleeper;
  }

  @Override
  public boolean await(Deadline deadline) {
    Optional<Duration> wait = reserve(deadline);
    wait.filter(Duration::isPositive).ifPresent(sleeper::sleep);
    return wait.isPresent();
  }

  private synchronized Optional<Duration> reserve(Deadline deadline) {
    Instant now = deadline.clock().instant();
    Instant slot = next.isBefore(now) ? now : next;
    if (!slot.isBefore(deadline.at())) {
      return Optional.empty();
    }
    next = slot.plus(spacing);
    return Optional.of(Duration.between(now, slot));
  }
}
