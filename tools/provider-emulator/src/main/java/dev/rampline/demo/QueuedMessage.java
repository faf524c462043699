package dev.rampline.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message for consumers.
 *
 * @param id the CloudEvents ID
 * @param version the record version
 * @param channel the channel of the event that caused the version
 * @param data the subject's data, without the event that changed it: two versions with equal data
 *     indicate a duplicate
 * @param raw the whole body
 */
record QueuedMessage(
    String id, String subject, long version, String channel, ObjectNode data, String raw) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> STATUS_REPORT_FIELDS =
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

  static QueuedMessage read(String body) {
    JsonNode event = tree(body);
    ObjectNode shown = (ObjectNode) event.required("data");
    String channel = shown.path("channel").asText();
    shown.remove(STATUS_REPORT_FIELDS);
    return new QueuedMessage(
        event.required("id").asText(),
        event.required("subject").asText(),
        Long.parseLong(event.required("sequence").asText()),
        channel,
        shown,
        body);
  }

  String state() {
    return data.path("state").asText();
  }

  /** The states of unverified events that are not confirmed. */
  Stream<String> unverifiedStates() {
    return data.path("unverified").valueStream().map(event -> event.path("state").asText());
  }

  boolean hasConflict() {
    JsonNode conflict = data.path("conflict");
    return conflict.isObject() && !conflict.hasNonNull("settled");
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new UncheckedIOException("Message is not JSON", notJson);
    }
  }
}
