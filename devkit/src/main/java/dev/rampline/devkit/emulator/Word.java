package dev.rampline.devkit.emulator;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that the provider tells.
 *
 * @param payload JSON, an object
 * @param at when it happened, whether the payload says so or not
 */
public record Word(String payload, Instant at) {
  public Word {
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(at, "at");
  }

  /** The claims of the token that carries it: signed anew at each try, so no two are alike. */
  String claims(int attempt) {
    long issuedAt = at.getEpochSecond() + attempt;
    return "{\"iat\":" + issuedAt + "," + payload.substring(1);
  }
}
