package dev.rampline.emulator;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One event of the provider.
 *
 * @param payload a JSON object
 * @param at when it happened, whether or not the payload contains the time
 * @param effects its effects on the other channels
 */
public record EmulatedEvent(String payload, Instant at, EventSideEffects effects) {
  public EmulatedEvent {
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(effects, "echo");
  }

  /** The names of its fields. */
  public Set<String> fieldNames() {
    return effects.fields().keySet();
  }

  /**
   * The JWT claims with the payload: a new issue time for each attempt makes each token different.
   */
  String claims(int attempt) {
    long issuedAt = at.getEpochSecond() + attempt;
    return "{\"iat\":" + issuedAt + "," + payload.substring(1);
  }
}
