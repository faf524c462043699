package dev.rampline.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a token is renewed, and how long the ones before it are kept.
 *
 * @param renewBefore how long before its end a token is renewed
 * @param maxAge at which it is renewed however late its end
 * @param retention how long after its replacement it may still have signed
 * @param defaultLifetime of a token whose end nobody told
 */
public record RotationPolicy(
    Duration renewBefore, Duration maxAge, Duration retention, Duration defaultLifetime) {
  public RotationPolicy {
    Objects.requireNonNull(renewBefore, "margin");
    Objects.requireNonNull(maxAge, "age");
    Objects.requireNonNull(retention, "keep");
    Objects.requireNonNull(defaultLifetime, "lifetime");
  }

  AccessToken token(String text, @Nullable Instant expiresAt, Instant askedAt) {
    return new AccessToken(
        text, askedAt, expiresAt == null ? askedAt.plus(defaultLifetime) : expiresAt);
  }

  /** Sums are made from the present alone: an end far outside of time must not overflow them. */
  boolean isDue(KeyRingEntry current, Instant now) {
    boolean known = current.expiresAt().isPresent() && current.obtainedAt().isPresent();
    return !known
        || current.expiresAt().filter(end -> isNear(end, now)).isPresent()
        || current.notAfter().filter(end -> isNear(end, now)).isPresent()
        || current.obtainedAt().filter(at -> !at.isAfter(now.minus(maxAge))).isPresent();
  }

  private boolean isNear(Instant end, Instant now) {
    return !end.isAfter(now.plus(renewBefore));
  }
}
