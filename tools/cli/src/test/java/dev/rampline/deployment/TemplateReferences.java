package dev.rampline.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/**
 * Replaces references to missing resources by their logical ids, and references to parameters by
 * values.
 *
 * @param missing the logical IDs of missing resources
 * @param values the values of parameters
 */
record TemplateReferences(Set<String> missing, Map<String, String> values) {
  private static final String REFERENCE = "Ref";
  private static final String SUBSTITUTION = "Fn::Sub";

  TemplateReferences {
    missing = Set.copyOf(missing);
    values = Map.copyOf(values);
  }

  JsonNode resolve(JsonNode node) {
    String referenced = node.path(REFERENCE).asText();
    if (isMissing(referenced) || isMissing(node.at("/Fn::GetAtt/0").asText())) {
      return TextNode.valueOf(node.has(REFERENCE) ? referenced : attribute(node));
    }
    if (values.containsKey(referenced)) {
      return TextNode.valueOf(values.get(referenced));
    }
    String substituted = text(node.path(SUBSTITUTION).asText());
    if (!substituted.isEmpty() && !substituted.contains("${")) {
      return TextNode.valueOf(substituted);
    }
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array);
      case TextNode text -> TextNode.valueOf(text(text.textValue()));
      default -> node;
    };
  }

  private boolean isMissing(String logicalName) {
    return missing.contains(logicalName);
  }

  private static String attribute(JsonNode node) {
    return node.at("/Fn::GetAtt/0").asText() + "." + node.at("/Fn::GetAtt/1").asText();
  }

  private ObjectNode object(ObjectNode object) {
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    object.forEachEntry((field, value) -> resolved.set(field, resolve(value)));
    return resolved;
  }

  private ArrayNode array(ArrayNode array) {
    ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
    array.forEach(element -> resolved.add(resolve(element)));
    return resolved;
  }

  private String text(String text) {
    String resolved = text;
    for (String logicalName : missing) {
      resolved = resolved.replaceAll("\\$\\{(" + logicalName + "(\\.\\w+)?)}", "$1");
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      resolved = resolved.replace("${" + value.getKey() + "}", value.getValue());
    }
    return resolved;
  }
}
