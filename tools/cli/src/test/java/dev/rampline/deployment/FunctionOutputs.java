package dev.rampline.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adds outputs to the template with the values that CloudFormation would give to the functions.
 *
 * @param template the whole template
 */
record FunctionOutputs(JsonNode template) {
  /** The environment of a function, one output per variable. */
  static final String VARIABLES = "Variables";

  /** The destination of failed invocations. */
  static final String ON_FAILURE = "OnFailure";

  /** The stream of a function. */
  static final String STREAM = "Stream";

  void addTo(ObjectNode outputs) {
    functions()
        .forEach(
            function -> {
              JsonNode properties = function.getValue().path("Properties");
              put(outputs, function.getKey() + VARIABLES, variables(properties));
              JsonNode failures = properties.findValue(ON_FAILURE);
              if (failures != null) {
                put(outputs, function.getKey() + ON_FAILURE, failures.path("Destination"));
              }
              JsonNode stream = properties.findValue(STREAM);
              if (stream != null) {
                put(outputs, function.getKey() + STREAM, stream);
              }
            });
  }

  private Stream<Map.Entry<String, JsonNode>> functions() {
    return template.path("Resources").properties().stream()
        .filter(resource -> type(resource.getValue()).equals("AWS::Serverless::Function"));
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }

  private JsonNode variables(JsonNode function) {
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    Stream.of(template.path("Globals").path("Function"), function)
        .map(part -> part.path("Environment").path("Variables"))
        .forEach(
            variables ->
                variables.forEachEntry(
                    (name, value) -> lines.add(join("=", array().add(name).add(value)))));
    return join("\n", lines);
  }

  private static void put(ObjectNode outputs, String name, JsonNode value) {
    outputs.putObject(name).set("Value", value);
  }

  private static JsonNode join(String separator, ArrayNode parts) {
    ObjectNode join = JsonNodeFactory.instance.objectNode();
    join.putArray("Fn::Join").add(separator).add(parts);
    return join;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
