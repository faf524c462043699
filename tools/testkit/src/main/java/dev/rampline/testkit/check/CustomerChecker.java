package dev.rampline.testkit.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.testkit.check.ExpectedCustomer.KycEvent;
import dev.rampline.testkit.check.Violation.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Checks the messages of a customer against what the provider reported of the KYC. */
final class CustomerChecker {
  private final ExpectedCustomer customer;
  private final List<ObservedMessage> messages;
  private final List<ObservedMessage> ofAliases;
  private final Violations violations;

  /**
   * @param messages the customer's messages by version
   * @param ofAliases the messages of the customer's linked ids
   */
  CustomerChecker(
      ExpectedCustomer customer,
      List<ObservedMessage> messages,
      List<ObservedMessage> ofAliases,
      Violations violations) {
    this.customer = customer;
    this.messages = messages;
    this.ofAliases = ofAliases;
    this.violations = violations;
  }

  /**
   * Checks that every accepted event was published or superseded by a later one, and that no state
   * is invented.
   *
   * @param isComplete whether consumers received all messages
   */
  void checkEvents(boolean isComplete) {
    for (KycEvent event : isComplete ? customer.accepted() : List.<KycEvent>of()) {
      expect(
          Stream.of(messages, ofAliases)
                  .flatMap(List::stream)
                  .anyMatch(message -> isReportedBy(message, event))
              || customer.isSuperseded(event),
          Kind.EVENT_LOST,
          event + " was accepted and is lost");
    }
    if (!messages.isEmpty()) {
      ObservedMessage newest = messages.getLast();
      expect(
          customer.possibleStates().contains(newest.state()),
          Kind.STATE_WRONG,
          "is " + newest.state() + " instead of " + customer.possibleStates());
      customer.ids().forEach((name, id) -> checkId(newest, name, id));
    }
  }

  /** Checks that the customer is in the API's state and that no check is open. */
  void checkReconciled() {
    if (!messages.isEmpty() && customer.isKnownToApi()) {
      ObservedMessage newest = messages.getLast();
      expect(
          newest.state().equals(customer.inApi().state())
              && newest.data().path("confirmed").asBoolean()
              && newest.unverifiedStates().findAny().isEmpty(),
          Kind.NOT_RECONCILED,
          "the provider's API reports "
              + customer.inApi()
              + ", and consumers received "
              + newest.data());
    }
  }

  private void checkId(ObservedMessage newest, String name, String id) {
    String held = newest.data().path(name).asText("");
    expect(held.equals(id), Kind.STATE_WRONG, name + " is " + held + " instead of " + id);
  }

  /** Whether the event was published as a state, as unverified, or after a later one. */
  private static boolean isReportedBy(ObservedMessage message, KycEvent event) {
    String state = event.report().state();
    return message.state().equals(state)
        || message.unverifiedStates().anyMatch(state::equals)
        || isLater(message, event);
  }

  private static boolean isLater(ObservedMessage message, KycEvent event) {
    JsonNode occurredAt = message.data().path("occurredAt");
    return occurredAt.isTextual() && event.isBefore(Instant.parse(occurredAt.asText()));
  }

  private void expect(boolean holds, Kind kind, String text) {
    violations.expect(holds, kind, customer.subject(), text);
  }
}
