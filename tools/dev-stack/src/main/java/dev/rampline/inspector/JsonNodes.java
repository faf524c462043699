package dev.rampline.inspector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Creates and reads JSON trees. */
final class JsonNodes {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonNodes() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(array::add);
    return array;
  }

  static ArrayNode array(Collection<? extends JsonNode> members) {
    return MAPPER.createArrayNode().addAll(members);
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /**
   * Parses JSON.
   *
   * @throws IllegalArgumentException if the text is not JSON
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not JSON", broken);
    }
  }

  /** Converts a table item to JSON without DynamoDB type names. */
  static ObjectNode plain(Map<String, AttributeValue> item) {
    ObjectNode plain = object();
    item.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(member -> plain.set(member.getKey(), plain(member.getValue())));
    return plain;
  }

  private static JsonNode plain(AttributeValue value) {
    JsonNodeFactory factory = MAPPER.getNodeFactory();
    return switch (value.type()) {
      case S -> factory.textNode(value.s());
      case N -> read(value.n());
      case BOOL -> factory.booleanNode(value.bool());
      case M -> plain(value.m());
      case L -> array(value.l().stream().map(JsonNodes::plain).toList());
      case SS -> texts(value.ss());
      case NS -> array(value.ns().stream().map(JsonNodes::read).toList());
      case B -> factory.textNode(value.b().toString());
      case BS -> texts(value.bs().stream().map(Object::toString).toList());
      case NUL, UNKNOWN_TO_SDK_VERSION -> factory.nullNode();
    };
  }
}
