package dev.rampline.deployment;

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
 * The template without functions, API, roles, dashboard and other resources that LocalStack does
 * not create. Since it has no roles, the queues' policy does not name those that may send.
 *
 * @param root the remaining template
 */
record StatefulTemplate(ObjectNode root) {
  private static final List<String> EXCLUDED_TYPES =
      List.of("AWS::Serverless::", "AWS::IAM::", "AWS::CloudFront::", "AWS::CloudWatch::Dashboard");

  /**
   * Reads the template.
   *
   * @param name replaces {@code rampline} in resource names
   */
  static StatefulTemplate read(String name) throws IOException {
    ObjectNode whole = YamlTemplateReader.read(Path.of("..", "..", "template.yaml"));
    Set<String> leftOut =
        whole.path("Resources").properties().stream()
            .filter(resource -> isExcluded(type(resource.getValue())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    ObjectNode rest = whole.deepCopy();
    rest.remove(List.of("Transform", "Globals", "Metadata", "Rules"));
    // A request takes 51,200 bytes; SAM deploys from a bucket, where the limit is 1 MB.
    rest.path("Parameters")
        .forEach(it -> ((ObjectNode) it).remove(List.of("Description", "ConstraintDescription")));
    rest.withObject("Resources").remove(leftOut);
    var _ =
        rest.withArray("/Resources/QueuesPolicy/Properties/PolicyDocument/Statement")
            .removeIf(statement -> statement.path("Sid").asText().equals("DenyOtherSenders"));
    new FunctionOutputs(whole).addTo(rest.withObject("Outputs"));
    TemplateReferences references = new TemplateReferences(leftOut, name);
    Stream.of("Resources", "Outputs")
        .forEach(part -> rest.set(part, references.resolve(rest.path(part))));
    return new StatefulTemplate(rest);
  }

  private static boolean isExcluded(String type) {
    return EXCLUDED_TYPES.stream().anyMatch(type::startsWith);
  }

  /** The properties of every resource of a type, by logical ID. */
  Stream<Map.Entry<String, JsonNode>> ofType(String type) {
    return root.path("Resources").properties().stream()
        .filter(resource -> type(resource.getValue()).equals(type))
        .map(resource -> Map.entry(resource.getKey(), resource.getValue().path("Properties")));
  }

  JsonNode properties(String resource) {
    return root.path("Resources").path(resource).path("Properties");
  }

  /** The resolved value: a literal, a parameter's default, or a queue name. */
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
