package dev.rampline.emulator;

import java.util.List;
import java.util.Objects;

/**
 * The life of one order or of one customer's KYC.
 *
 * @param kind which life it is, for people
 * @param expected what holds in the end
 * @param events in the order in which they happened
 * @param isOrdered whether they have to be told in that order, since nothing in them says it
 */
public record EmulatedScenario(
    String kind, ExpectedState expected, List<EmulatedEvent> events, boolean isOrdered) {
  public EmulatedScenario {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(expected, "truth");
    events = List.copyOf(events);
  }

  /**
   * Whether the other channels can make good that no webhook tells that word. The API knows no
   * refunds, and no customers but by the partner's own id; nobody asks it about one never heard of,
   * nor about one whose KYC was told with its time.
   */
  boolean isRecoverable(int index) {
    EventSideEffects echo = events.get(index).effects();
    if (echo.fields().containsKey("orderId")) {
      return echo.apiStatus() != null;
    }
    return index > 0 && isOrdered && echo.fields().containsKey("partnerCustomerId");
  }
}
