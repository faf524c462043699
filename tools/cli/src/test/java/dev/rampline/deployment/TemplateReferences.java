package dev.rampline.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * Replaces references to missing resources by names, and {@code rampline} in resource names by
 * another prefix.
 *
 * @param missing the logical IDs of missing resources
 * @param name replaces {@code rampline}
 */
record TemplateReferences(Set<String> missing, String name) {
  TemplateReferences {
    missing = Set.copyOf(missing);
  }

  JsonNode resolve(JsonNode node) {
    if (isMissing(node.path("Ref").asText()) || isMissing(node.at("/Fn::GetAtt/0").asText())) {
      return TextNode.valueOf(node.has("Ref") ? node.path("Ref").asText() : attribute(node));
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
    String renamed = text.replace("rampline", name);
    for (String logicalName : missing) {
      renamed = renamed.replaceAll("\\$\\{(" + logicalName + "(\\.\\w+)?)}", "$1");
    }
    return renamed;
  }
}
