package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import java.util.List;
import java.util.Optional;

/**
 * Transport C: the event as plain JSON. The signature header is required; it must be the HMAC of
 * the body's raw bytes.
 */
final class HmacPayload implements Body {
  private final byte[] body;
  private final Json.Obj object;

  HmacPayload(byte[] body, Json.Obj object) {
    this.body = body;
    this.object = object;
  }

  @Override
  public Verification verify(VerificationContext context) {
    List<RingKey> keys = RingKey.usable(context.keys().webhookSecrets(), context.now());
    if (keys.isEmpty()) {
      return new Rejected(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
    if (context.signatureHeader() == null) {
      return new Rejected(RejectionReason.SIGNATURE_HEADER_MISSING);
    }
    Optional<SignatureHeader> signature = SignatureHeader.parse(context.signatureHeader());
    return keys.stream()
        .filter(key -> signature.filter(it -> it.isValidForAny(key, List.of(body))).isPresent())
        .findFirst()
        .<Verification>map(key -> new Verified(Transport.HMAC, key.position(), object))
        .orElse(new Rejected(RejectionReason.SIGNATURE_HEADER_WRONG));
  }
}
