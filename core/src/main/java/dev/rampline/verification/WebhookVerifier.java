package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the provider sent a body, by whichever of its transports (provider.md §3.3). What
 * the bytes are is settled before any key is tried, and a failed check never leads to another
 * reading of the same bytes. Thread-safe.
 */
public final class WebhookVerifier {
  /** The largest body that is looked at. */
  public static final int MAX_BODY_BYTES = 65_536;

  private final Duration leeway;
  private final InstantSource clock;

  /**
   * A verifier.
   *
   * @param leeway how far the provider's clock may be off when a token says until when it holds
   */
  public WebhookVerifier(Duration leeway, InstantSource clock) {
    this.leeway = Objects.requireNonNull(leeway, "leeway");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What became of the body; never throws for what a stranger may send.
   *
   * @param signatureHeader the signature header as it came; null: there was none
   */
  public Verification verify(byte[] body, @Nullable String signatureHeader, Keys keys) {
    if (body.length > MAX_BODY_BYTES) {
      return new Rejected(RejectionReason.TOO_LARGE);
    }
    VerificationContext circumstances =
        new VerificationContext(signatureHeader, keys, clock.instant(), leeway);
    return BodyReader.read(body).verify(circumstances);
  }
}
