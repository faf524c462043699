package dev.rampline.simulation.provider;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a customer.
 *
 * @param phase the reported phase
 * @param at the reported time, if any
 */
public record SimulatedKycEvent(
    int number, String subject, KycPhase phase, @Nullable Instant at, Map<String, Object> payload)
    implements SimulatedEvent {
  @Override
  public String toString() {
    return "event %d (%s is %s%s)".formatted(number, subject, phase, at == null ? "" : " at " + at);
  }
}
