package dev.rampline.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rampline.resources.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A parsed template. The parser drops the tags of short intrinsic functions: {@code !Ref Ledger}
 * becomes {@code Ledger}. References to the parameter {@code Name} are replaced by its default.
 */
public record Template(String text, JsonNode root) {

  /** Reads the application's template. */
  public static Template read() throws IOException {
    return read("template.yaml");
  }

  /** Reads the template of the alarms and the dashboard, which the application's template nests. */
  public static Template ofAlarms() throws IOException {
    return read("infrastructure/alarms.yaml");
  }

  /** Reads the subscriber's template. */
  static Template ofSubscriber() throws IOException {
    return read("infrastructure/subscriber.yaml");
  }

  /** Reads the sample of a web ACL. */
  static Template ofWebAcl() throws IOException {
    return read("infrastructure/web-acl.yaml");
  }

  /** Reads the template of a further consumer's queue. */
  static Template ofConsumerQueue() throws IOException {
    return read("infrastructure/consumer-queue.yaml");
  }

  private static Template read(String file) throws IOException {
    return read(file, ResourceNames.LOCAL.name());
  }

  /** Reads a template with that value of the parameter {@code Name}. */
  static Template read(String file, String name) throws IOException {
    String text = Files.readString(Path.of("..").resolve(file));
    String named = text.replaceAll("\\$\\{Name}|!Ref Name\\b", name);
    return new Template(text, new YAMLMapper().readTree(named));
  }

  /** Returns the properties of every function, by logical id. */
  Stream<Map.Entry<String, JsonNode>> functions() {
    return ofType("AWS::Serverless::Function");
  }

  /** Returns the properties of every resource of a type, by logical id. */
  public Stream<Map.Entry<String, JsonNode>> ofType(String type) {
    return root.path("Resources").properties().stream()
        .filter(entry -> type(entry.getValue()).equals(type))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().path("Properties")));
  }

  JsonNode resource(String name) {
    return root.path("Resources").path(name);
  }

  /** Returns the properties of a resource. */
  public JsonNode properties(String name) {
    return resource(name).path("Properties");
  }

  /** Returns the policy statements of the function's role. */
  Stream<JsonNode> statements(JsonNode function) {
    return statementsOfRole(function.path("Role").asText().replace(".Arn", ""));
  }

  /** Returns the policy statements of a role, including conditional ones. */
  Stream<JsonNode> statementsOfRole(String role) {
    return elements(properties(role).path("Policies"))
        .flatMap(policy -> elements(policy.path("PolicyDocument").path("Statement")))
        .map(statement -> statement.isArray() ? statement.path(1) : statement);
  }

  /** Returns a function's own and shared variables, with the values of a default deployment. */
  Map<String, String> environment(String function) {
    Map<String, String> environment = new TreeMap<>();
    Stream.of(root.path("Globals").path("Function"), properties(function))
        .flatMap(part -> part.path("Environment").path("Variables").properties().stream())
        .forEach(entry -> environment.put(entry.getKey(), deployed(entry.getValue())));
    return environment;
  }

  static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }

  /** Returns the elements of an array. */
  public static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** Returns the value in a default deployment, in which every condition is false. */
  private String deployed(JsonNode value) {
    String reference = (value.isArray() ? value.path(2) : value).asText();
    JsonNode properties = properties(reference);
    return switch (type(resource(reference))) {
      case "AWS::SQS::Queue" -> "https://sqs/" + properties.path("QueueName").asText();
      case "AWS::DynamoDB::Table" -> properties.path("TableName").asText();
      case "AWS::SecretsManager::Secret" -> properties.path("Name").asText();
      default -> root.path("Parameters").path(reference).path("Default").asText();
    };
  }
}
