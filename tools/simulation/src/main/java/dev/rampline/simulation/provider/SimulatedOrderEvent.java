package dev.rampline.simulation.provider;

import java.util.Map;

/**
 * An event of an order.
 *
 * @param phase the reported phase
 * @param fields the reported fields
 */
public record SimulatedOrderEvent(
    int number,
    String subject,
    OrderPhase phase,
    Map<String, Object> fields,
    Map<String, Object> payload)
    implements SimulatedEvent {
  /** The provider's order ID. */
  public String orderId() {
    return subject.substring(subject.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "event %d (%s is %s)".formatted(number, subject, phase);
  }
}
