package dev.rampline.emulator;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One thing that the provider tells.
 *
 * @param payload JSON, an object
 * @param at when it happened, whether the payload says so or not
 * @param effects what the other channels make of it
 */
public record EmulatedEvent(String payload, Instant at, EventSideEffects effects) {
  public EmulatedEvent {
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(effects, "echo");
  }

  /** The names of the facts that it tells. */
  public Set<String> fieldNames() {
    return effects.fields().keySet();
  }

  /** The claims of the token that carries it: signed anew at each try, so no two are alike. */
  String claims(int attempt) {
    long issuedAt = at.getEpochSecond() + attempt;
    return "{\"iat\":" + issuedAt + "," + payload.substring(1);
  }
}
