package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

/** Rules for deployments of function versions and for failed scheduled runs. */
class ReleaseRulesTest {
  private static final int MAX_DESCRIPTION_LENGTH = 256;

  /** Parameters that are too long for a description. */
  private static final Set<String> TOO_LONG = Set.of("Vocabulary");

  private static final String WEBHOOK = "WebhookFunction";

  private static final String LONGEST_DURATION = "PT999H9999M";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)}");

  private final Template template = Template.read();
  private final JsonNode shared = template.root().path("Globals").path("Function");

  ReleaseRulesTest() throws IOException {}

  @Test
  void webhookFunction_hasTracing() {
    assertThat(template.properties("WebhookFunction").path("Tracing").asText()).isEqualTo("Active");
    assertThat(shared.path("Tracing").isMissingNode()).isTrue();
  }

  /** The other functions have no caller that waits for a cold start. */
  @Test
  void webhookFunction_aloneHasSnapStart_versionsAndACanary() {
    JsonNode webhook = template.properties(WEBHOOK);

    assertThat(webhook.path("SnapStart").path("ApplyOn").asText()).isEqualTo("PublishedVersions");
    assertThat(webhook.path("AutoPublishAlias").asText()).isEqualTo("live");
    assertThat(webhook.path("DeploymentPreference").path("Type").asText()).isEqualTo("Deployment");
    assertThat(Stream.of("SnapStart", "AutoPublishAlias", "DeploymentPreference"))
        .allSatisfy(
            property -> {
              assertThat(shared.has(property)).isFalse();
              assertThat(template.functions().filter(it -> it.getValue().has(property))).hasSize(1);
            });
  }

  @Test
  void snapshot_isKeptByADailyInvocation() {
    JsonNode schedule = template.properties(WEBHOOK).at("/Events/KeepActive");

    assertThat(schedule.path("Type").asText()).isEqualTo("Schedule");
    assertThat(schedule.at("/Properties/Schedule").asText()).isEqualTo("rate(1 day)");
  }

  @Test
  void functions_useTheC1CompilerOnly() {
    assertThat(shared.path("Environment").path("Variables").path("JAVA_TOOL_OPTIONS").asText())
        .isEqualTo("-XX:TieredStopAtLevel=1");
  }

  @Test
  void webhookFunction_primesTheSnapshot() throws ClassNotFoundException {
    String handler = template.properties("WebhookFunction").path("Handler").asText();

    assertThat(Resource.class).isAssignableFrom(Class.forName(handler.split("::", 2)[0]));
  }

  @Test
  void parameterChange_publishesVersion() {
    Set<String> expected = new HashSet<>(Set.of("Environment", "Architecture"));
    JsonNode variables = template.properties(WEBHOOK).path("Environment").path("Variables");
    variables.forEach(value -> expected.add(value.asText()));
    if (expected.removeAll(TOO_LONG)) {
      expected.add("SettingsRevision");
    }
    expected.retainAll(parameters().keySet());

    assertThat(namedInDescription()).isEqualTo(expected);
  }

  /** The function checks the origin only with a web ACL, so the parameter alone does not say it. */
  @Test
  void changeOfTheOriginCheck_publishesVersion() {
    JsonNode webhook = template.properties("WebhookFunction");

    assertThat(webhook.path("VersionDescription").path(1).path(1))
        .isEqualTo(webhook.at("/Environment/Variables/RAMPLINE_ORIGIN_CHECK"));
  }

  @Test
  void versionDescription_withLongestParameters_fits() {
    int length =
        namedInDescription().stream()
            .map(name -> parameters().get(name))
            .mapToInt(parameter -> maxLength(parameter) + 1)
            .sum();

    assertThat(length).isLessThanOrEqualTo(MAX_DESCRIPTION_LENGTH);
  }

  @Test
  void deployment_isRolledBack_onAlarm_unlessAlarmsAreIgnored() throws IOException {
    JsonNode choice = template.properties(WEBHOOK).at("/DeploymentPreference/Alarms");
    List<String> alarms =
        Template.ofAlarms()
            .ofType("AWS::CloudWatch::Alarm")
            .map(alarm -> alarm.getValue().path("AlarmName").asText())
            .toList();

    assertThat(choice.path(0).asText()).isEqualTo("ObservesAlarms");
    assertThat(choice.path(2)).hasToString("[\"AWS::NoValue\"]");
    assertThat(template.root().at("/Conditions/ObservesAlarms"))
        .hasToString("[\"IgnoreAlarms\",\"false\"]");
    assertThat(Template.elements(choice.path(1)).map(JsonNode::asText))
        .isNotEmpty()
        .isSubsetOf(alarms);
    assertThat(template.resource(WEBHOOK).path("DependsOn").asText()).isEqualTo("Alarms");
  }

  @Test
  void failedScheduledRun_isDeadLettered() {
    assertThat(template.functions())
        .filteredOn(function -> function.getValue().path("Events").has("Schedule"))
        .hasSize(2)
        .allSatisfy(
            function -> {
              JsonNode config = function.getValue().path("EventInvokeConfig");
              assertThat(config.path("MaximumRetryAttempts").asInt()).isZero();
              assertThat(config.path("DestinationConfig").path("OnFailure").path("Destination"))
                  .hasToString("\"ScheduleDeadQueue.Arn\"");
            });
  }

  private Set<String> namedInDescription() {
    Matcher matcher =
        REFERENCE.matcher(template.properties(WEBHOOK).path("VersionDescription").toString());
    Set<String> names = new HashSet<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static int maxLength(JsonNode parameter) {
    if (parameter.has("MaxLength")) {
      return parameter.path("MaxLength").asInt();
    }
    return Stream.concat(
            Template.elements(parameter.path("AllowedValues")),
            Stream.of(parameter.path("MaxValue")))
        .mapToInt(value -> value.asText().length())
        .max()
        .stream()
        .map(length -> length == 0 ? LONGEST_DURATION.length() : length)
        .sum();
  }

  private Map<String, JsonNode> parameters() {
    Map<String, JsonNode> parameters = new HashMap<>();
    template
        .root()
        .path("Parameters")
        .properties()
        .forEach(parameter -> parameters.put(parameter.getKey(), parameter.getValue()));
    return parameters;
  }
}
