package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import java.util.List;
import java.util.Optional;

/**
 * Transport C: the event as plain JSON. Nothing but the signature header speaks for it, so the
 * header must be there, over the raw bytes of the body.
 */
final class SignedObject implements Body {
  private final byte[] body;
  private final Json.Obj object;

  SignedObject(byte[] body, Json.Obj object) {
    this.body = body;
    this.object = object;
  }

  @Override
  public Verification verify(Circumstances circumstances) {
    List<RingKey> keys = RingKey.usable(circumstances.keys().webhookSecrets(), circumstances.now());
    if (keys.isEmpty()) {
      return new Rejected(Reason.NO_KEY_FOR_TRANSPORT);
    }
    if (circumstances.signatureHeader() == null) {
      return new Rejected(Reason.SIGNATURE_HEADER_MISSING);
    }
    Optional<SignatureHeader> signature = SignatureHeader.parse(circumstances.signatureHeader());
    return keys.stream()
        .filter(key -> signature.filter(it -> it.isOfAny(key, List.of(body))).isPresent())
        .findFirst()
        .<Verification>map(key -> new Verified(Transport.HMAC, key.position(), object))
        .orElse(new Rejected(Reason.SIGNATURE_HEADER_WRONG));
  }
}
