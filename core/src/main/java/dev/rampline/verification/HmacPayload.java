package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;
import java.util.List;
import java.util.Optional;

/**
 * Transport C: the event as plain JSON. The signature header is required; it must be the HMAC of
 * the body's raw bytes. A body in no transport's format is read so, too: with a valid signature it
 * is authentic, whatever it contains.
 */
final class HmacPayload implements Body {
  private final byte[] body;
  private final RejectionReason unsignedReason;

  /**
   * @param unsignedReason why the body is rejected if it has no signature header
   */
  HmacPayload(byte[] body, RejectionReason unsignedReason) {
    this.body = body;
    this.unsignedReason = unsignedReason;
  }

  @Override
  public Verification verify(VerificationContext context) {
    boolean isPlain = unsignedReason == RejectionReason.SIGNATURE_HEADER_MISSING;
    List<RingKey> keys = RingKey.usable(context.keys().webhookSecrets(), context.now());
    if (keys.isEmpty() && (isPlain || context.signatureHeader() != null)) {
      return new Rejected(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
    if (context.signatureHeader() == null) {
      return new Rejected(unsignedReason);
    }
    Optional<SignatureHeader> signature = context.signature();
    List<byte[]> covered = context.covered(body);
    return keys.stream()
        .filter(key -> signature.filter(it -> it.isValidForAny(key, covered)).isPresent())
        .findFirst()
        .map(key -> PayloadReader.read(Transport.HMAC, key.position(), body))
        .orElse(new Rejected(RejectionReason.SIGNATURE_HEADER_WRONG));
  }
}
