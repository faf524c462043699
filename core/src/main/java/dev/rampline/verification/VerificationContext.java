package dev.rampline.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a verification depends on beside the body.
 *
 * @param signatureHeader the signature header as it came; null: there was none
 * @param keys the ring's keys, the expired ones among them
 * @param now the present
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
