package dev.rampline.emulator;

import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.check.ExpectedSubject;
import dev.rampline.testkit.provider.OrderState;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The events of one order or of one customer's KYC.
 *
 * @param kind the description of the scenario
 * @param expected what the events report, each at the index of its event
 * @param events the events in order
 * @param isOrdered whether they must be delivered in that order, because they contain no time
 */
public record EmulatedScenario(
    String kind, ExpectedSubject expected, List<EmulatedEvent> events, boolean isOrdered) {
  public EmulatedScenario {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(expected, "expected");
    events = List.copyOf(events);
  }

  /** What is expected if the webhooks of those events are dropped. */
  public ExpectedSubject expectedWithout(Set<EmulatedEvent> dropped) {
    return expected.accepting(index -> !dropped.contains(events.get(index)));
  }

  /** The ID of the order; empty if it is a customer's scenario. */
  String orderId() {
    return events.getFirst().effects().fields().getOrDefault("orderId", "");
  }

  boolean isCompletedOrder() {
    return expected instanceof ExpectedOrder order && order.isReported(OrderState.COMPLETED);
  }

  /**
   * Whether the other channels can recover the event if its webhook is dropped. The API does not
   * report refunds, and knows customers only by the partner's ID. Rampline does not query it about
   * a subject without events, nor about a customer whose KYC event had a time.
   */
  boolean isRecoverable(int index) {
    EventSideEffects effects = events.get(index).effects();
    if (effects.fields().containsKey("orderId")) {
      return effects.apiStatus() != null;
    }
    return index > 0 && isOrdered && effects.fields().containsKey("partnerCustomerId");
  }
}
