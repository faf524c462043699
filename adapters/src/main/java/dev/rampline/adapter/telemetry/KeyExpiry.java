package dev.rampline.adapter.telemetry;

import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes when a kind of key runs out: its last key expires and there is no other. */
public final class KeyExpiry {
  /** The time before expiry at which the keys count as expiring soon. */
  public static final Duration WARNING_PERIOD = Duration.ofDays(3);

  private KeyExpiry() {}

  /** Returns the earliest expiry; empty if every kind has a key without an end of use. */
  public static Optional<Instant> of(Keys keys) {
    return Stream.of(keys.accessTokens(), keys.webhookSecrets())
        .map(KeyExpiry::latest)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> latest(List<Secret> secrets) {
    boolean isUnlimited = secrets.stream().anyMatch(secret -> secret.notAfter() == null);
    return isUnlimited
        ? Optional.empty()
        : secrets.stream()
            .map(Secret::notAfter)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
  }
}
