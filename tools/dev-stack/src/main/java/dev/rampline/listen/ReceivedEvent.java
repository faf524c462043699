package dev.rampline.listen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * An event and the decision on it.
 *
 * @param json the event as the inspector sends it
 */
public record ReceivedEvent(ObjectNode json) {
  public ReceivedEvent {
    Objects.requireNonNull(json, "json");
  }

  /** Returns the reported state, such as {@code completed}. */
  public Optional<String> state() {
    return text("state");
  }

  /** Returns the decision, such as {@code state-changed}. */
  public Optional<String> decision() {
    return text("decision");
  }

  /** Returns the channel. */
  public Optional<String> channel() {
    return text("channel");
  }

  /** Returns the subject. */
  public Optional<String> subject() {
    return text("subject");
  }

  /** Returns a member of the conflict that the event opens or settles as text. */
  public Optional<String> conflict(String name) {
    return text(json.path("conflict").path(name));
  }

  /** Returns another member as text. */
  public Optional<String> text(String name) {
    return text(json.path(name));
  }

  private static Optional<String> text(JsonNode member) {
    return Optional.of(member)
        .filter(JsonNode::isValueNode)
        .filter(it -> !it.isNull())
        .map(JsonNode::asText);
  }
}
