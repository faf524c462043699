package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;

/** What stands inside a message that a key fits. */
final class PayloadReader {
  private PayloadReader() {}

  static Verification read(Transport transport, int key, byte[] authentic) {
    return JsonReader.read(authentic).orElse(null) instanceof Json.Obj claims
        ? new Verified(transport, key, claims)
        : new Rejected(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }
}
