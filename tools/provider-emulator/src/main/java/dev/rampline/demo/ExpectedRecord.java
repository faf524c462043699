package dev.rampline.demo;

import dev.rampline.emulator.EmulatedEvent;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.ExpectedState;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The record expected after all channels have delivered their events: the API has settled
 * conflicts, and reports <em>cancelled</em> where a webhook reports <em>expired</em>.
 *
 * @param expected the expected state of the subject
 * @param hasDroppedWebhooks whether webhooks of the subject were dropped
 * @param fieldNames the fields that were sent and must be present
 */
record ExpectedRecord(ExpectedState expected, boolean hasDroppedWebhooks, Set<String> fieldNames) {
  private static final String CUSTOMER = "partnerCustomerId";
  private static final String EXPIRED = "expired";
  private static final String CANCELLED = "cancelled";

  static ExpectedRecord of(EmulatedScenario scenario, Set<EmulatedEvent> dropped) {
    return new ExpectedRecord(
        scenario.expected(),
        scenario.events().stream().anyMatch(dropped::contains),
        scenario.events().stream()
            .filter(event -> !dropped.contains(event))
            .flatMap(event -> event.fieldNames().stream())
            .collect(Collectors.toSet()));
  }

  /** The states that the record may have. */
  Set<String> possibleStates() {
    return expected.state().equals(EXPIRED) && hasDroppedWebhooks
        ? Set.of(EXPIRED, CANCELLED)
        : Set.of(expected.state());
  }

  boolean isTerminal() {
    return !expected.terminalStates().isEmpty() || expected.state().equals("refunded");
  }

  /** Whether the API can be queried about it. */
  boolean hasApiId() {
    return expected.fields().containsKey("orderId") || expected.fields().containsKey(CUSTOMER);
  }

  /** The terminal states that a channel may have reported. */
  Set<String> terminalStates() {
    Set<String> terminalStates = new HashSet<>(expected.terminalStates());
    if (expected.state().equals(EXPIRED)) {
      terminalStates.add(CANCELLED);
    }
    return terminalStates;
  }

  /** The expected field values. */
  Map<String, String> fields() {
    return new TreeMap<>(expected.fields());
  }
}
