package dev.rampline.simulation.provider;

import java.util.Map;

/**
 * What the provider says once of an order, at one stage.
 *
 * @param phase that it tells
 * @param fields that it tells
 */
public record SimulatedOrderEvent(
    int number,
    String subject,
    OrderPhase phase,
    Map<String, Object> fields,
    Map<String, Object> payload)
    implements SimulatedEvent {
  /** The provider's id of the order. */
  public String orderId() {
    return subject.substring(subject.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "word %d (%s is %s)".formatted(number, subject, phase);
  }
}
