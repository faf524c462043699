package dev.rampline.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The SAM template as data. The tags of the short intrinsic functions fall away: {@code !Ref
 * Ledger} reads as {@code Ledger}.
 */
record Template(String text, JsonNode root) {
  private static final Path FILE = Path.of("..", "template.yaml");

  static Template read() throws IOException {
    String text = Files.readString(FILE);
    return new Template(text, new YAMLMapper().readTree(text));
  }

  /** The properties of every function, by logical name. */
  Stream<Map.Entry<String, JsonNode>> functions() {
    return root.path("Resources").properties().stream()
        .filter(entry -> type(entry.getValue()).equals("AWS::Serverless::Function"))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().path("Properties")));
  }

  JsonNode resource(String name) {
    return root.path("Resources").path(name);
  }

  JsonNode properties(String name) {
    return resource(name).path("Properties");
  }

  /** What the function's own role allows: one statement after the other. */
  Stream<JsonNode> statements(JsonNode function) {
    String role = function.path("Role").asText().replace(".Arn", "");
    return elements(properties(role).path("Policies"))
        .flatMap(policy -> elements(policy.path("PolicyDocument").path("Statement")));
  }

  /** A function's variables, its own and the shared ones, with the values of a first deployment. */
  Map<String, String> environment(String function) {
    Map<String, String> environment = new TreeMap<>();
    Stream.of(root.path("Globals").path("Function"), properties(function))
        .flatMap(part -> part.path("Environment").path("Variables").properties().stream())
        .forEach(entry -> environment.put(entry.getKey(), deployed(entry.getValue().asText())));
    return environment;
  }

  static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private String deployed(String reference) {
    JsonNode properties = properties(reference);
    return switch (type(resource(reference))) {
      case "AWS::SQS::Queue" -> "https://sqs/" + properties.path("QueueName").asText();
      case "AWS::DynamoDB::Table" -> properties.path("TableName").asText();
      case "AWS::SecretsManager::Secret" -> properties.path("Name").asText();
      default -> root.path("Parameters").path(reference).path("Default").asText();
    };
  }
}
