package dev.rampline.simulation.provider;

import dev.rampline.testkit.provider.GeneratedPayload;
import dev.rampline.testkit.provider.OrderReport;

/**
 * An event of an order.
 *
 * @param report the reported report
 */
public record SimulatedOrderEvent(
    int number, String subject, OrderReport report, GeneratedPayload payload)
    implements SimulatedEvent {
  /** The provider's order ID. */
  public String orderId() {
    return subject.substring(subject.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "event %d (%s is %s, %s)".formatted(number, subject, report, payload);
  }
}
