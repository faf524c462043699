package dev.rampline.devkit.demo;

import dev.rampline.emulator.EmulatedEvent;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.ExpectedState;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to be found of one subject, once every channel has told what it could: the API has
 * settled what contradicts itself, and says <em>cancelled</em> where a webhook says
 * <em>expired</em>.
 *
 * @param expected of the subject
 * @param hasDroppedWebhooks whether webhooks were dropped that tell of it
 * @param fieldNames that were posted, and so have to be there
 */
record ExpectedRecord(ExpectedState expected, boolean hasDroppedWebhooks, Set<String> fieldNames) {
  private static final String CUSTOMER = "partnerCustomerId";
  private static final String EXPIRED = "expired";
  private static final String CANCELLED = "cancelled";

  static ExpectedRecord of(EmulatedScenario story, Set<EmulatedEvent> dropped) {
    return new ExpectedRecord(
        story.expected(),
        story.events().stream().anyMatch(dropped::contains),
        story.events().stream()
            .filter(word -> !dropped.contains(word))
            .flatMap(word -> word.fieldNames().stream())
            .collect(Collectors.toSet()));
  }

  /** The states in which it may stand. */
  Set<String> possibleStates() {
    return expected.state().equals(EXPIRED) && hasDroppedWebhooks
        ? Set.of(EXPIRED, CANCELLED)
        : Set.of(expected.state());
  }

  boolean isTerminal() {
    return !expected.terminalStates().isEmpty() || expected.state().equals("refunded");
  }

  /** Whether the API can be asked about it. */
  boolean hasApiId() {
    return expected.fields().containsKey("orderId") || expected.fields().containsKey(CUSTOMER);
  }

  /** The final states that somebody may have told. */
  Set<String> terminalStates() {
    Set<String> finals = new HashSet<>(expected.terminalStates());
    if (expected.state().equals(EXPIRED)) {
      finals.add(CANCELLED);
    }
    return finals;
  }

  /** The facts as they have to be, where they are. */
  Map<String, String> fields() {
    return new TreeMap<>(expected.fields());
  }
}
