package dev.rampline.consumer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of the ledger's table, and what a reader returns for it.
 *
 * @param name what the case is about
 * @param events the events after which the ledger writes the item; empty if it never does
 * @param item the item; null for none
 * @param result the result; null if the item is unreadable
 * @param changes changes, and what the snapshot says about them
 */
public record LedgerVector(
    String name,
    List<String> events,
    @Nullable Map<String, AttributeValue> item,
    @Nullable LedgerResult result,
    List<ComparedChange> changes) {

  /**
   * A change, and what the snapshot says about it.
   *
   * @param change the change
   * @param isBehind whether the snapshot is older
   * @param isConsistent whether the change is still current
   */
  public record ComparedChange(Change change, boolean isBehind, boolean isConsistent) {}

  /** Reads the cases. */
  public static Stream<LedgerVector> all(Path file) throws IOException {
    JsonNode cases = HandledStateVectors.JSON.readTree(file.toFile()).path("cases");
    return HandledStateVectors.elements(cases)
        .map(
            vector ->
                new LedgerVector(
                    vector.path("name").asText(),
                    HandledStateVectors.texts(vector.path("events")),
                    vector.path("item").isNull() ? null : attributes(vector.path("item")),
                    result(vector.path("result")),
                    HandledStateVectors.elements(vector.path("changes"))
                        .map(LedgerVector::change)
                        .toList()));
  }

  private static @Nullable LedgerResult result(JsonNode result) {
    return switch (result.path("type").asText()) {
      case "found" -> new LedgerResult.Found(snapshot(result));
      case "erased" -> new LedgerResult.Erased(time(result, "erasedAt"));
      case "unknown" -> new LedgerResult.Unknown();
      case "unreadable" -> null;
      default -> throw new IllegalArgumentException(result.toString());
    };
  }

  private static RecordSnapshot snapshot(JsonNode found) {
    return new RecordSnapshot(
        found.path("subject").asText(),
        found.path("state").asText(),
        found.path("version").longValue(),
        HandledStateVectors.conflict(found.path("conflict")),
        found.path("confirmedAt").isNull() ? null : time(found, "confirmedAt"),
        found.path("confirmed").booleanValue(),
        found.path("trust").asText(),
        time(found, "updatedAt"));
  }

  private static Instant time(JsonNode result, String member) {
    return Instant.parse(result.path(member).asText());
  }

  private static ComparedChange change(JsonNode vector) {
    StateMessage message =
        new StateMessage(
            vector.path("subject").asText(),
            "order",
            vector.path("sequence").longValue(),
            vector.path("state").asText(),
            null,
            false,
            vector);
    return new ComparedChange(
        new Change(null, message),
        vector.path("isBehind").booleanValue(),
        vector.path("isConsistent").booleanValue());
  }

  private static Map<String, AttributeValue> attributes(JsonNode item) {
    return item.properties().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
  }

  /** Reads DynamoDB's JSON. */
  private static AttributeValue attribute(JsonNode value) {
    Map.Entry<String, JsonNode> typed = value.properties().iterator().next();
    JsonNode content = typed.getValue();
    return switch (typed.getKey()) {
      case "S" -> AttributeValue.fromS(content.asText());
      case "N" -> AttributeValue.fromN(content.asText());
      case "BOOL" -> AttributeValue.fromBool(content.booleanValue());
      case "M" -> AttributeValue.fromM(attributes(content));
      case "L" ->
          AttributeValue.fromL(
              HandledStateVectors.elements(content).map(LedgerVector::attribute).toList());
      default -> throw new IllegalArgumentException(typed.getKey());
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
