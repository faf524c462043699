package dev.rampline.devkit.listen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * What came in, and what became of it.
 *
 * @param json as the inspector tells it
 */
public record ReceivedEvent(ObjectNode json) {
  public ReceivedEvent {
    Objects.requireNonNull(json, "json");
  }

  /** The state that it tells, such as {@code completed}. */
  public Optional<String> state() {
    return text("state");
  }

  /** What was decided, such as {@code advanced}. */
  public Optional<String> decision() {
    return text("decision");
  }

  /** The way it came. */
  public Optional<String> channel() {
    return text("channel");
  }

  /** Whom it is about. */
  public Optional<String> subject() {
    return text("subject");
  }

  /** Another member, as text. */
  public Optional<String> text(String name) {
    return Optional.of(json.path(name))
        .filter(JsonNode::isValueNode)
        .filter(it -> !it.isNull())
        .map(JsonNode::asText);
  }
}
