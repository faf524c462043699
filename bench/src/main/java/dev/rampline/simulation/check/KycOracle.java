package dev.rampline.simulation.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.simulation.provider.SimulatedCustomer;
import dev.rampline.simulation.provider.SimulatedKycEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Determines what consumers must know of a customer's KYC at the end: every event that was answered
 * with 200 and not superseded by a later one (I1), and the provider's API status (I5). Written from
 * {@code docs/architecture.md#kyc-rules} and {@code docs/provider-api.md#kyc-values} alone.
 */
public final class KycOracle {
  private final PublishedMessages messages;
  private final InvariantViolations findings;

  public KycOracle(PublishedMessages messages, InvariantViolations findings) {
    this.messages = messages;
    this.findings = findings;
  }

  /**
   * Checks that accepted events are kept and that no state is invented.
   *
   * @param givenUp messages that consumers never received; no other message repeats their events
   */
  public void checkDurability(
      SimulatedCustomer customer, AcceptedEvents received, Set<String> givenUp) {
    List<SimulatedKycEvent> accepted =
        received.forSubject(customer.subject(), SimulatedKycEvent.class);
    List<JsonNode> reported = messages.all(customer.subject());
    boolean whole = givenUp.stream().noneMatch(id -> id.startsWith(customer.subject() + "/"));
    for (SimulatedKycEvent event : whole ? accepted : List.<SimulatedKycEvent>of()) {
      findings.expect(
          reported.stream().anyMatch(message -> isReportedBy(message, event))
              || isSuperseded(event, accepted),
          Invariant.I1,
          customer.subject(),
          event + " was accepted and is lost");
    }
    String state = newest(customer).path("state").asText("");
    findings.expect(
        reported.isEmpty() || isPossibleState(state, customer, accepted),
        Invariant.I1,
        customer.subject(),
        "is " + state + ", which is neither the latest nor untimed");
  }

  /** Checks that the customer is in the API's state and that no check is open. */
  public void checkReconciled(SimulatedCustomer customer) {
    JsonNode reported = newest(customer);
    boolean isReported = !reported.isMissingNode();
    boolean agrees =
        reported.path("state").asText("").equals(customer.phase().state())
            && reported.path("confirmed").asBoolean()
            && reported.path("unverified").isEmpty();
    findings.expect(
        !isReported || !customer.isKnownToApi() || agrees,
        Invariant.I5,
        customer.subject(),
        "the provider's status is " + customer.phase() + ", and consumers received " + reported);
  }

  /**
   * Whether the event was published as a state, as unverified, or was superseded by a later state.
   */
  private static boolean isReportedBy(JsonNode message, SimulatedKycEvent event) {
    String state = event.phase().state();
    boolean claimed =
        message
            .path("unverified")
            .valueStream()
            .anyMatch(unverifiedEvent -> hasState(unverifiedEvent, state));
    return hasState(message, state) || claimed || isLater(message, event);
  }

  private static boolean isSuperseded(SimulatedKycEvent event, List<SimulatedKycEvent> accepted) {
    Instant at = event.at();
    return at != null
        && accepted.stream().map(SimulatedKycEvent::at).anyMatch(other -> isAfter(other, at));
  }

  private static boolean isAfter(@Nullable Instant other, Instant at) {
    return other != null && other.isAfter(at);
  }

  private static boolean hasState(JsonNode reported, String state) {
    return reported.path("state").asText().equals(state);
  }

  private static boolean isLater(JsonNode message, SimulatedKycEvent event) {
    JsonNode occurredAt = message.path("occurredAt");
    return event.at() != null
        && occurredAt.isTextual()
        && Instant.parse(occurredAt.asText()).isAfter(event.at());
  }

  /** The API returns its latest KYC phase; an event without a time is ordered by arrival. */
  private static boolean isPossibleState(
      String state, SimulatedCustomer customer, List<SimulatedKycEvent> accepted) {
    Instant least =
        accepted.stream()
            .map(SimulatedKycEvent::at)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    Predicate<SimulatedKycEvent> possible =
        event -> event.at() == null || !least.isAfter(event.at());
    return customer.events().stream()
        .filter(possible)
        .anyMatch(event -> event.phase().state().equals(state));
  }

  private JsonNode newest(SimulatedCustomer customer) {
    return messages.newest(customer.subject()).orElse(MissingNode.getInstance());
  }
}
