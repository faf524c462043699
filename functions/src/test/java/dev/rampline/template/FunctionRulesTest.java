package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for every function of the template. */
class FunctionRulesTest {
  /** Actions that do not support resource-level permissions. */
  private static final List<String> TRACING =
      List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

  private final Template template = Template.read();

  FunctionRulesTest() throws IOException {}

  static Stream<String> functions() throws IOException {
    return Template.read().functions().map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_isRequestHandlerOfThisModule(String function) throws ClassNotFoundException {
    String[] handler = template.properties(function).path("Handler").asText().split("::", 2);

    assertThat(RequestHandler.class).isAssignableFrom(Class.forName(handler[0]));
    assertThat(handler[1])
        .isEqualTo(function.equals("WebhookFunction") ? "handle" : "handleRequest");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void logs_goToGroupWithRetention(String function) {
    JsonNode logs = logs(function);

    assertThat(Template.type(logs)).isEqualTo("AWS::Logs::LogGroup");
    assertThat(logs.path("Properties").path("RetentionInDays").asText())
        .isEqualTo("LogRetentionDays");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void role_mayWriteLogs(String function) {
    String group = template.properties(function).path("LoggingConfig").path("LogGroup").asText();

    assertThat(template.statements(template.properties(function)))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Resource").asText()).isEqualTo(group + ".Arn");
              assertThat(texts(statement.path("Action")))
                  .containsExactlyInAnyOrder("logs:CreateLogStream", "logs:PutLogEvents");
            });
  }

  @ParameterizedTest
  @MethodSource("functions")
  void role_namesActionsAndResources(String function) {
    assertThat(template.statements(template.properties(function)))
        .filteredOn(statement -> !texts(statement.path("Action")).equals(TRACING))
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(texts(statement.path("Resource")))
                  .isNotEmpty()
                  .noneMatch(resource -> resource.equals("*") || resource.isEmpty());
              assertThat(texts(statement.path("Action")))
                  .isNotEmpty()
                  .noneMatch(action -> action.contains("*"));
            });
  }

  @ParameterizedTest
  @MethodSource("functions")
  void role_hasNoManagedPolicyOfAws(String function) {
    String role = template.properties(function).path("Role").asText().replace(".Arn", "");

    assertThat(template.properties(role).path("ManagedPolicyArns"))
        .hasToString("[\"HasKey\",[\"KeyPolicy\"],\"AWS::NoValue\"]");
    assertThat(template.properties(function).path("Policies").isMissingNode()).isTrue();
  }

  @Test
  void variables_matchTheCode() throws IOException {
    Set<String> variables =
        functions()
            .flatMap(function -> template.environment(function).keySet().stream())
            .filter(variable -> variable.startsWith("RAMPLINE_"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(variables).isEqualTo(CodeVariables.of("functions"));
  }

  private JsonNode logs(String function) {
    return template.resource(
        template.properties(function).path("LoggingConfig").path("LogGroup").asText());
  }

  private static List<String> texts(JsonNode oneOrMore) {
    return oneOrMore.isTextual()
        ? List.of(oneOrMore.asText())
        : Template.elements(oneOrMore).map(JsonNode::asText).toList();
  }
}
