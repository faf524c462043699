package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that the provider sent a body, by any of its transports ({@code
 * docs/provider-api.md#signatures-and-encryption}). The body is classified before any key is tried,
 * and a failed check never leads to another interpretation of the same bytes. Thread-safe.
 */
public final class WebhookVerifier {
  /** Maximum body size. */
  public static final int MAX_BODY_BYTES = 65_536;

  private final WebhookFormat format;
  private final BodyReader bodyReader;
  private final Duration leeway;
  private final InstantSource clock;

  /**
   * Creates a verifier.
   *
   * @param leeway how far the provider's clock may be off when a token's time claims are checked
   */
  public WebhookVerifier(WebhookFormat format, Duration leeway, InstantSource clock) {
    this.format = Objects.requireNonNull(format, "format");
    this.bodyReader = new BodyReader(format);
    this.leeway = Objects.requireNonNull(leeway, "leeway");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns the name of the header that may contain a signature. */
  public String signatureHeader() {
    return format.signatureHeader();
  }

  /**
   * Verifies a body. Never throws for its input.
   *
   * @param signatureHeader the signature header as received; null if absent
   */
  public Verification verify(byte[] body, @Nullable String signatureHeader, Keys keys) {
    return verify(body, List.of(), signatureHeader, keys);
  }

  /**
   * Verifies a body that was compressed. The signature may cover either form.
   *
   * @param compressed the body as received; empty if it was not compressed
   */
  public Verification verify(
      byte[] body, List<byte[]> compressed, @Nullable String signatureHeader, Keys keys) {
    if (body.length > MAX_BODY_BYTES) {
      return new Rejected(RejectionReason.TOO_LARGE);
    }
    VerificationContext context =
        new VerificationContext(
            signatureHeader, format.base64Signature(), compressed, keys, clock.instant(), leeway);
    return bodyReader.read(body).verify(context);
  }
}
