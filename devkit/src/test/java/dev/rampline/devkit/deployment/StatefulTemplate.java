package dev.rampline.devkit.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The template without what runs and what only that needs: the functions and the API, what they may
 * do, where they log, and what stands before them. That is what no emulator makes.
 *
 * @param root the rest, as CloudFormation is told
 */
record StatefulTemplate(ObjectNode root) {
  private static final List<String> EXCLUDED_TYPES =
      List.of("AWS::Serverless::", "AWS::IAM::", "AWS::Logs::", "AWS::CloudFront::");

  /**
   * Reads it.
   *
   * @param name what stands for {@code rampline} in the name of whatever is made
   */
  static StatefulTemplate read(String name) throws IOException {
    ObjectNode whole = YamlTemplateReader.read(Path.of("..", "template.yaml"));
    Set<String> leftOut =
        whole.path("Resources").properties().stream()
            .filter(resource -> isExcluded(type(resource.getValue())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    ObjectNode rest = whole.deepCopy();
    rest.remove(List.of("Transform", "Globals"));
    rest.withObject("Resources").remove(leftOut);
    new FunctionOutputs(whole).addTo(rest.withObject("Outputs"));
    TemplateReferences references = new TemplateReferences(leftOut, name);
    Stream.of("Resources", "Outputs")
        .forEach(part -> rest.set(part, references.resolve(rest.path(part))));
    return new StatefulTemplate(rest);
  }

  private static boolean isExcluded(String type) {
    return EXCLUDED_TYPES.stream().anyMatch(type::startsWith);
  }

  /** The properties of every resource of a type, by logical name. */
  Stream<Map.Entry<String, JsonNode>> ofType(String type) {
    return root.path("Resources").properties().stream()
        .filter(resource -> type(resource.getValue()).equals(type))
        .map(resource -> Map.entry(resource.getKey(), resource.getValue().path("Properties")));
  }

  JsonNode properties(String resource) {
    return root.path("Resources").path(resource).path("Properties");
  }

  /** A value, whether it stands there, is a parameter's default, or the name of a queue. */
  JsonNode value(JsonNode written) {
    if (written.has("Ref")) {
      return root.path("Parameters").path(written.path("Ref").asText()).path("Default");
    }
    JsonNode attribute = written.path("Fn::GetAtt");
    return attribute.path(1).asText().equals("QueueName")
        ? properties(attribute.path(0).asText()).path("QueueName")
        : written;
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }
}
