package dev.rampline.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a verification depends on besides the body.
 *
 * @param signatureHeader the signature header as received; null if absent
 * @param keys the keys of the ring, including expired ones
 * @param now the current time
 * @param leeway how far the provider's clock may be off
 */
record VerificationContext(
    @Nullable String signatureHeader, Keys keys, Instant now, Duration leeway) {
  VerificationContext {
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(leeway, "leeway");
  }
}
