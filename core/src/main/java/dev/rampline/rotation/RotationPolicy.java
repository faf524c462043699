package dev.rampline.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a token is renewed, and how long earlier tokens are kept.
 *
 * @param renewBefore time before its expiry at which a token is renewed
 * @param maxAge age at which a token is renewed regardless of its expiry
 * @param retention time after its replacement during which webhooks may still be signed with it
 * @param defaultLifetime lifetime of a token without an expiry
 */
public record RotationPolicy(
    Duration renewBefore, Duration maxAge, Duration retention, Duration defaultLifetime) {
  /**
   * Secrets Manager keeps about 100 versions of a secret and deletes none of the last day's. With a
   * run every 10 minutes, this age means at most one new version in 20 minutes.
   */
  static final Duration MIN_AGE = Duration.ofMinutes(18);

  public RotationPolicy {
    Objects.requireNonNull(renewBefore, "renewBefore");
    Objects.requireNonNull(maxAge, "maxAge");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(defaultLifetime, "defaultLifetime");
  }

  AccessToken token(String text, @Nullable Instant expiresAt, Instant requestedAt) {
    return new AccessToken(
        text, requestedAt, expiresAt == null ? requestedAt.plus(defaultLifetime) : expiresAt);
  }

  /** Computes only with the current time: an arbitrary expiry must not overflow. */
  boolean isDue(KeyRingEntry current, Instant now) {
    boolean isComplete = current.expiresAt().isPresent() && current.obtainedAt().isPresent();
    return !isComplete || (!isRecent(current, now) && isEnding(current, now));
  }

  private boolean isEnding(KeyRingEntry current, Instant now) {
    return current.expiresAt().filter(expiry -> isNear(expiry, now)).isPresent()
        || current.notAfter().filter(expiry -> isNear(expiry, now)).isPresent()
        || current.obtainedAt().filter(at -> !at.isAfter(now.minus(maxAge))).isPresent();
  }

  private static boolean isRecent(KeyRingEntry current, Instant now) {
    return current
        .obtainedAt()
        .filter(at -> at.isAfter(now.minus(MIN_AGE)) && !at.isAfter(now))
        .isPresent();
  }

  private boolean isNear(Instant expiry, Instant now) {
    return !expiry.isAfter(now.plus(renewBefore));
  }
}
