package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Unreadable;
import dev.rampline.verification.Verification.Verified;
import java.util.Base64;

/** Reads the authenticated content of a message. */
final class PayloadReader {
  private PayloadReader() {}

  static Verification read(Transport transport, int key, byte[] content) {
    return JsonReader.read(content).orElse(null) instanceof Json.Obj claims
        ? new Verified(transport, key, claims)
        : new Unreadable(transport, key, Base64.getEncoder().encodeToString(content));
  }
}
