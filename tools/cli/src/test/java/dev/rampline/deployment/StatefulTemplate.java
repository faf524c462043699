package dev.rampline.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template without functions, API, roles, dashboard and other resources that LocalStack does not
 * create. Since it has no roles, the queues' policy does not name those that may send.
 *
 * @param root the remaining template
 * @param parameters the values of the parameters
 */
record StatefulTemplate(ObjectNode root, Map<String, String> parameters) {
  /** Set so that the template creates all optional resources. */
  static final String PROVIDER = "https://provider.example/api";

  /** The ARN of a topic without its name, which is the severity. */
  static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:";

  private static final String DELETION = "DeletionPolicy";
  private static final JsonNode RETAIN = TextNode.valueOf("Retain");
  private static final Path FOLDER = Path.of("..", "..");
  private static final List<String> EXCLUDED_TYPES =
      List.of(
          "AWS::Serverless::",
          "AWS::ApiGatewayV2::",
          "AWS::Lambda::",
          "AWS::IAM::",
          "AWS::CloudFront::",
          "AWS::CloudWatch::Dashboard");

  StatefulTemplate {
    parameters = Map.copyOf(parameters);
  }

  /** Reads the application's template. */
  static StatefulTemplate application(String name) throws IOException {
    return application(Map.of("Name", name, "ProviderUrl", PROVIDER));
  }

  /** Reads the application's template, with further consumers in an account. */
  static StatefulTemplate applicationWithConsumers(String name, String account) throws IOException {
    StatefulTemplate template =
        application(Map.of("Name", name, "ProviderUrl", PROVIDER, "ConsumerAccounts", account));
    // LocalStack deletes a stack without splitting its lists, and fails at a condition on one.
    template
        .root()
        .withObject("/Conditions")
        .putObject("HasConsumers")
        .putArray("Fn::Equals")
        .add("")
        .add("");
    return template;
  }

  /** Reads the template of a further consumer's queue. */
  static StatefulTemplate consumerQueue(String name, String topicArn) throws IOException {
    return without(
        YamlTemplateReader.read(FOLDER.resolve("infrastructure/consumer-queue.yaml")),
        Map.of("Name", name, "TopicArn", topicArn));
  }

  private static StatefulTemplate application(Map<String, String> parameters) throws IOException {
    ObjectNode whole = YamlTemplateReader.read(FOLDER.resolve("template.yaml"));
    StatefulTemplate template = without(whole, parameters);
    ObjectNode root = template.root();
    var _ =
        root.withArray("/Resources/QueuesPolicy/Properties/PolicyDocument/Statement")
            .removeIf(statement -> statement.path("Sid").asText().equals("DenyOtherSenders"));
    return template;
  }

  /** Reads the template of the alarms, with the parameters that the application's passes. */
  static StatefulTemplate alarms(String name) throws IOException {
    ObjectNode application = YamlTemplateReader.read(FOLDER.resolve("template.yaml"));
    JsonNode nested = application.at("/Resources/Alarms/Properties");
    Map<String, String> values = new HashMap<>();
    application
        .path("Parameters")
        .forEachEntry((parameter, it) -> values.put(parameter, it.path("Default").asText()));
    values.putAll(Map.of("Name", name, "ProviderUrl", PROVIDER, "Api", "api"));
    // LocalStack takes an empty value without a default for a missing one.
    values.putAll(Map.of("PageTopicArn", TOPIC + "page", "TicketTopicArn", TOPIC + "ticket"));
    Map<String, String> passed = new HashMap<>();
    nested
        .path("Parameters")
        .forEachEntry(
            (parameter, it) ->
                passed.put(parameter, Objects.requireNonNull(values.get(it.path("Ref").asText()))));
    return without(
        YamlTemplateReader.read(FOLDER.resolve(nested.path("Location").asText())), passed);
  }

  private static StatefulTemplate without(ObjectNode whole, Map<String, String> parameters) {
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
    // LocalStack does not know RetainExceptOnCreate, which is the same at the deletion of a stack.
    rest.path("Resources")
        .forEach(
            it -> {
              if (it.has(DELETION)) {
                ((ObjectNode) it).set(DELETION, RETAIN);
              }
            });
    new FunctionOutputs(whole).addTo(rest.withObject("Outputs"));
    TemplateReferences references = new TemplateReferences(leftOut, Map.of());
    Stream.of("Resources", "Outputs")
        .forEach(part -> rest.set(part, references.resolve(rest.path(part))));
    return new StatefulTemplate(rest, parameters);
  }

  private static boolean isExcluded(String type) {
    return EXCLUDED_TYPES.stream().anyMatch(type::startsWith);
  }

  /** The properties of every resource of a type, by logical ID, with the values of parameters. */
  Stream<Map.Entry<String, JsonNode>> ofType(String type) {
    return root.path("Resources").properties().stream()
        .filter(resource -> type(resource.getValue()).equals(type))
        .map(resource -> Map.entry(resource.getKey(), properties(resource.getKey())));
  }

  /** The properties of a resource, with the values of the parameters. */
  JsonNode properties(String resource) {
    return new TemplateReferences(Set.of(), parameters)
        .resolve(root.path("Resources").path(resource).path("Properties"));
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }
}
