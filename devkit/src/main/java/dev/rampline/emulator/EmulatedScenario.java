package dev.rampline.emulator;

import java.util.List;
import java.util.Objects;

/**
 * The events of one order or of one customer's KYC.
 *
 * @param kind the description of the scenario
 * @param expected the expected state at the end
 * @param events the events in order
 * @param isOrdered whether they must be delivered in that order, because they contain no time
 */
public record EmulatedScenario(
    String kind, ExpectedState expected, List<EmulatedEvent> events, boolean isOrdered) {
  public EmulatedScenario {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(expected, "expected");
    events = List.copyOf(events);
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
