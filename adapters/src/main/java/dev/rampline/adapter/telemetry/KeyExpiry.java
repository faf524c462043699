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

/** When the first kind of key runs out: its last key ends, and none comes after. */
public final class KeyExpiry {
  /** Nearer than this it is told of: rampline-keys-end. */
  public static final Duration WARNING_PERIOD = Duration.ofDays(3);

  private KeyExpiry() {}

  /** Empty if every kind that is there has a key without an end. */
  public static Optional<Instant> of(Keys keys) {
    return Stream.of(keys.accessTokens(), keys.webhookSecrets())
        .map(KeyExpiry::latest)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> latest(List<Secret> secrets) {
    boolean endless = secrets.stream().anyMatch(secret -> secret.notAfter() == null);
    return endless
        ? Optional.empty()
        : secrets.stream()
            .map(Secret::notAfter)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
  }
}
