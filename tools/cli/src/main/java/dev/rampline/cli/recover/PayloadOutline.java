package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.json.Json;
import dev.rampline.quarantine.QuarantinedPayload;
import java.util.regex.Pattern;

/** Shows a payload: the names of its members with the types of their values, or the values. */
final class PayloadOutline {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Any other name could itself be personal data. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  private final boolean values;

  private PayloadOutline(boolean values) {
    this.values = values;
  }

  static JsonNode of(QuarantinedPayload.Content content, boolean values) {
    return switch (content) {
      case QuarantinedPayload.JsonContent(Json.Obj payload) ->
          new PayloadOutline(values).node(payload);
      case QuarantinedPayload.BinaryContent(String base64) ->
          NODES.textNode(values ? base64 : "not a JSON object");
    };
  }

  /** Returns the outline with the items of its lists as members 1, 2, and so on. */
  static JsonNode numbered(JsonNode outline) {
    if (!outline.isContainerNode()) {
      return outline;
    }
    ObjectNode members = NODES.objectNode();
    outline.properties().forEach(it -> members.set(it.getKey(), numbered(it.getValue())));
    for (int index = 0; outline.isArray() && index < outline.size(); index++) {
      members.set(Integer.toString(index + 1), numbered(outline.get(index)));
    }
    return members;
  }

  private JsonNode node(Json value) {
    return switch (value) {
      case Json.Obj object -> object(object);
      case Json.Arr array -> array(array);
      case Json.Text(String text) -> NODES.textNode(values ? text : "string");
      case Json.Num(String literal) -> NODES.textNode(values ? literal : "number");
      case Json.Bool(boolean truth) -> NODES.textNode(values ? Boolean.toString(truth) : "boolean");
      case Json.Null() -> NODES.nullNode();
    };
  }

  private ObjectNode object(Json.Obj object) {
    ObjectNode members = NODES.objectNode();
    object
        .members()
        .forEach(
            (name, value) ->
                members.set(
                    values || NAME.matcher(name).matches() ? name : "(unusual name)", node(value)));
    return members;
  }

  private ArrayNode array(Json.Arr array) {
    ArrayNode items = NODES.arrayNode();
    array.items().forEach(item -> items.add(node(item)));
    return items;
  }
}
