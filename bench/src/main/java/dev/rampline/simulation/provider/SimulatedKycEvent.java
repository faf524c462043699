package dev.rampline.simulation.provider;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says once of a customer.
 *
 * @param phase that it tells
 * @param at when that was, where it says so
 */
public record SimulatedKycEvent(
    int number, String subject, KycPhase phase, @Nullable Instant at, Map<String, Object> payload)
    implements SimulatedEvent {
  @Override
  public String toString() {
    return "word %d (%s is %s%s)".formatted(number, subject, phase, at == null ? "" : " at " + at);
  }
}
