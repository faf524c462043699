package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for the subscriber's stack. */
class SubscriberRulesTest {
  /** Variables for containers outside ECS, or with only one correct value in ECS. */
  private static final Set<String> NOT_FOR_ECS =
      Set.of(
          "RAMPLINE_KEYS",
          "RAMPLINE_SAMPLE_KEYS",
          "RAMPLINE_API_KEY",
          "RAMPLINE_HEALTH_ADDRESS",
          "RAMPLINE_HEALTH_PORT");

  private static final int DRAIN_SECONDS = 20;

  private final Template template = Template.ofSubscriber();
  private final JsonNode container = template.properties("Task").at("/ContainerDefinitions/0");

  SubscriberRulesTest() throws IOException {}

  static Stream<Map.Entry<String, JsonNode>> parameters() throws IOException {
    return Template.ofSubscriber().root().path("Parameters").properties().stream();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void parameter_isDescribedConstrainedAndUsed(Map.Entry<String, JsonNode> parameter) {
    JsonNode definition = parameter.getValue();

    assertThat(definition.path("Description").asText()).isNotBlank();
    assertThat(
            definition.path("Type").asText().contains("AWS::EC2::")
                || Stream.of("AllowedValues", "AllowedPattern", "MinValue")
                    .anyMatch(definition::has))
        .isTrue();
    assertThat(template.text()).containsPattern("!Ref %s\\b".formatted(parameter.getKey()));
  }

  @Test
  void service_runsOneTask_andRollsBack() {
    JsonNode service = template.properties("Service");

    assertThat(service.path("DesiredCount").asInt()).isOne();
    assertThat(service.path("DeploymentConfiguration").toString())
        .contains("\"MinimumHealthyPercent\":0", "\"MaximumPercent\":100")
        .contains("\"Enable\":true", "\"Rollback\":true");
  }

  @Test
  void task_isIsolated_andHasTimeToDrain() {
    assertThat(container.path("ReadonlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.path("User").asText()).doesNotStartWith("0").isNotEmpty();
    assertThat(container.at("/LinuxParameters/Capabilities/Drop/0").asText()).isEqualTo("ALL");
    assertThat(container.path("StopTimeout").asInt()).isGreaterThan(DRAIN_SECONDS);
    assertThat(container.has("PortMappings")).isFalse();
  }

  @Test
  void network_allowsOnlyOutboundTraffic() {
    assertThat(template.properties("SecurityGroup").has("SecurityGroupIngress")).isFalse();
    assertThat(template.properties("SecurityGroup").path("SecurityGroupEgress"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.path("ToPort").asInt()).isEqualTo(443));
    assertThat(template.ofType("AWS::EC2::SecurityGroupIngress")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TaskRole", "ExecutionRole"})
  void role_namesActionsOnOneResource(String role) {
    assertThat(template.statementsOfRole(role))
        .isNotEmpty()
        .filteredOn(
            statement -> !statement.path("Action").asText().equals("ecr:GetAuthorizationToken"))
        .allSatisfy(
            statement -> {
              assertThat(statement.path("Action").toString()).doesNotContain("*");
              assertThat(statement.path("Resource").toString()).doesNotContain("*");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"TaskRole", "ExecutionRole"})
  void role_isAssumedOnlyForTasksOfThisAccount(String role) {
    JsonNode condition =
        template.properties(role).at("/AssumeRolePolicyDocument/Statement/0/Condition");

    assertThat(condition.at("/StringEquals/aws:SourceAccount").asText())
        .isEqualTo("AWS::AccountId");
    assertThat(condition.at("/ArnLike/aws:SourceArn").asText())
        .isEqualTo("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*");
  }

  @Test
  void logs_haveRetention() {
    assertThat(template.properties("Logs").path("RetentionInDays").asText())
        .isEqualTo("LogRetentionDays");
    assertThat(container.at("/LogConfiguration/Options/awslogs-group").asText()).isEqualTo("Logs");
  }

  @Test
  void variables_matchTheCode() throws IOException {
    Set<String> variables = new TreeSet<>(NOT_FOR_ECS);
    container
        .path("Environment")
        .forEach(variable -> variables.add(variable.path("Name").asText()));
    variables.remove("AWS_REGION");
    container.path("Secrets").forEach(shared -> variables.add(shared.path("Name").asText()));
    Template.read()
        .properties("SubscriberSettings")
        .path("Value")
        .asText()
        .lines()
        .forEach(line -> variables.add(line.substring(0, line.indexOf('='))));

    assertThat(variables).isEqualTo(CodeVariables.of("subscriber"));
  }

  @Test
  void sharedSettings_areThoseOfTheApplicationsStack_whichEcsMayRead() throws IOException {
    String parameter = Template.read().properties("SubscriberSettings").path("Name").asText();

    assertThat(container.at("/Secrets/0/ValueFrom").asText()).endsWith(":parameter" + parameter);
    assertThat(template.statementsOfRole("ExecutionRole"))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Action").asText()).isEqualTo("ssm:GetParameters");
              assertThat(statement.path("Resource"))
                  .isEqualTo(container.at("/Secrets/0/ValueFrom"));
            });
  }

  @Test
  void healthCheck_runsExistingClass() {
    String probe = container.at("/HealthCheck/Command").path(8).asText();

    assertThat(Path.of("../subscriber/src/main/java", probe.replace('.', '/') + ".java")).exists();
  }
}
