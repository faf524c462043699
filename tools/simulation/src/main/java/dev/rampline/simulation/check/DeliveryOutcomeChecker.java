package dev.rampline.simulation.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.simulation.cloud.Cloud;
import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.testkit.provider.PayloadOutcome;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks where every accepted event has ended: what cannot be placed is in quarantine as it was
 * received, what is not understood flags its record, and the quarantine has nothing else (I7).
 */
public final class DeliveryOutcomeChecker {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final AttributeValue EMPTY_LIST = AttributeValue.fromL(List.of());

  private final InvariantViolations findings;

  public DeliveryOutcomeChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  /**
   * Checks all events.
   *
   * @param sent all events of the provider
   * @param accepted those that were answered with 200
   */
  public void check(List<SimulatedEvent> sent, List<SimulatedEvent> accepted, Cloud cloud) {
    Set<JsonNode> kept = new HashSet<>();
    cloud.standardQueues().sentTo("rampline-quarantine").forEach(text -> kept.add(payload(text)));
    for (SimulatedEvent event : accepted) {
      PayloadOutcome outcome = event.payload().outcome();
      expect(
          !outcome.isQuarantined() || kept.contains(payload(event)),
          event,
          "was accepted, and the quarantine does not have it");
      expect(
          !outcome.isFlagged() || terms(cloud, event).contains(event.payload().term()),
          event,
          "was accepted, and its record is not flagged: " + terms(cloud, event));
    }
    if (!kept.isEmpty()) {
      sent.stream()
          .filter(event -> !event.payload().outcome().isQuarantined())
          .forEach(
              event ->
                  expect(!kept.contains(payload(event)), event, "is in quarantine without need"));
    }
  }

  private static Set<String> terms(Cloud cloud, SimulatedEvent event) {
    Map<String, AttributeValue> item = cloud.table().find(event.subject()).orElse(Map.of());
    Set<String> terms = new HashSet<>();
    ItemAttributes.map(item, "unrecognized")
        .getOrDefault("terms", EMPTY_LIST)
        .l()
        .forEach(term -> terms.add(term.s()));
    return terms;
  }

  /** Reads the payload again, since a number has more than one type. */
  private static JsonNode payload(SimulatedEvent event) {
    return read(event.payload().json().toString());
  }

  private static JsonNode payload(String document) {
    JsonNode members = read(document);
    JsonNode binary = members.path("payloadBase64");
    try {
      return binary.isMissingNode()
          ? read(members.path("payload").asText())
          : MAPPER.readTree(Base64.getDecoder().decode(binary.asText()));
    } catch (IOException broken) {
      throw new IllegalStateException("A payload in quarantine is not JSON", broken);
    }
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A document in quarantine is not JSON", broken);
    }
  }

  private void expect(boolean holds, SimulatedEvent event, String what) {
    findings.expect(holds, Invariant.I7, event.subject(), event + " " + what);
  }
}
