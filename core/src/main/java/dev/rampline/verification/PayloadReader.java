package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;

/** Reads the authenticated content of a message. */
final class PayloadReader {
  private PayloadReader() {}

  static Verification read(Transport transport, int key, byte[] content) {
    return JsonReader.read(content).orElse(null) instanceof Json.Obj claims
        ? new Verified(transport, key, claims)
        : new Rejected(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }
}
