package dev.rampline.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a token is renewed, and how long the ones before it are kept.
 *
 * @param margin how long before its end a token is renewed
 * @param age at which it is renewed however late its end
 * @param keep how long after its replacement it may still have signed
 * @param lifetime of a token whose end nobody told
 */
public record RotationPolicy(Duration margin, Duration age, Duration keep, Duration lifetime) {
  public RotationPolicy {
    Objects.requireNonNull(margin, "margin");
    Objects.requireNonNull(age, "age");
    Objects.requireNonNull(keep, "keep");
    Objects.requireNonNull(lifetime, "lifetime");
  }

  AccessToken token(String text, @Nullable Instant expiresAt, Instant askedAt) {
    return new AccessToken(text, askedAt, expiresAt == null ? askedAt.plus(lifetime) : expiresAt);
  }

  /** Sums are made from the present alone: an end far outside of time must not overflow them. */
  boolean isDue(RingEntry current, Instant now) {
    boolean known = current.expiresAt().isPresent() && current.obtainedAt().isPresent();
    return !known
        || current.expiresAt().filter(end -> isNear(end, now)).isPresent()
        || current.notAfter().filter(end -> isNear(end, now)).isPresent()
        || current.obtainedAt().filter(at -> !at.isAfter(now.minus(age))).isPresent();
  }

  private boolean isNear(Instant end, Instant now) {
    return !end.isAfter(now.plus(margin));
  }
}
