package dev.rampline.testkit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer received ({@code docs/architecture.md#message}).
 *
 * @param id the CloudEvents ID
 * @param subject the subject
 * @param type the CloudEvents type
 * @param version the record version
 * @param data the subject's data
 * @param body the whole body
 * @param group the message group; null: not observed
 * @param deduplicationId the deduplication ID; null: not observed
 */
public record ObservedMessage(
    String id,
    String subject,
    String type,
    long version,
    JsonNode data,
    String body,
    @Nullable String group,
    @Nullable String deduplicationId) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** What a message says about the event that made its version, not about the subject. */
  private static final List<String> EVENT_MEMBERS =
      List.of(
          "version",
          "previousState",
          "rawStatus",
          "eventName",
          "channel",
          "trust",
          "occurredAt",
          "receivedAt",
          "backfill");

  /** The message with that body. */
  public static ObservedMessage of(String body) {
    return of(body, null, null);
  }

  /** The message with that body, sent with that group and deduplication ID. */
  public static ObservedMessage of(
      String body, @Nullable String group, @Nullable String deduplicationId) {
    JsonNode event = parse(body);
    return new ObservedMessage(
        event.required("id").asText(),
        event.required("subject").asText(),
        event.path("type").asText(),
        Long.parseLong(event.required("sequence").asText()),
        event.required("data"),
        body,
        group,
        deduplicationId);
  }

  /** The subject's state. */
  public String state() {
    return data.path("state").asText();
  }

  /** The channel of the event that made the version. */
  public String channel() {
    return data.path("channel").asText();
  }

  /** The states of unverified events that are not confirmed. */
  public Stream<String> unverifiedStates() {
    return data.path("unverified").valueStream().map(event -> event.path("state").asText());
  }

  /** Whether terminal states contradict each other. */
  public boolean hasOpenConflict() {
    JsonNode conflict = data.path("conflict");
    return conflict.isObject() && !conflict.hasNonNull("settled");
  }

  /** The terminal states that contradict each other or did; empty without a conflict. */
  Stream<String> conflictingStates() {
    return data.path("conflict").path("finals").valueStream().map(JsonNode::asText);
  }

  /** The data without what it says of the event. */
  JsonNode content() {
    ObjectNode content = data.deepCopy();
    return content.remove(EVENT_MEMBERS);
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new UncheckedIOException("The message is not JSON", notJson);
    }
  }
}
