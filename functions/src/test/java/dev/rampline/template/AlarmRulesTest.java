package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.adapter.telemetry.KeyExpiry;
import dev.rampline.adapter.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for every alarm of the application and of the subscriber. */
class AlarmRulesTest {
  private static final String ACTIONS = "[\"Has%1$sTopic\",[\"%1$sTopicArn\"],\"AWS::NoValue\"]";
  private static final List<String> FUNCTIONS =
      List.of("webhook", "relay", "retry", "rotation", "reconcile", "subscriber");

  private static final Pattern NAME = Pattern.compile("`(rampline-[a-z-]+)`");

  private final String runbook = Files.readString(Path.of("..", "docs", "runbook.md"));

  AlarmRulesTest() throws IOException {}

  static Stream<JsonNode> alarms() throws IOException {
    return Stream.of(Template.ofAlarms(), Template.ofSubscriber())
        .flatMap(template -> template.ofType("AWS::CloudWatch::Alarm"))
        .map(Map.Entry::getValue);
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_notifiesTheTopicOfItsSeverity_whenItStartsAndEnds(JsonNode alarm) {
    String severity = severity(alarm);

    assertThat(severity).isIn("Page", "Ticket");
    assertThat(alarm.path("AlarmActions")).hasToString(ACTIONS.formatted(severity));
    assertThat(alarm.path("OKActions")).hasToString(ACTIONS.formatted(severity));
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_hasDescription_andTreatmentOfMissingData(JsonNode alarm) {
    assertThat(alarm.path("AlarmName").asText()).startsWith("rampline-");
    assertThat(alarm.path("AlarmDescription").asText()).isNotBlank();
    assertThat(alarm.path("TreatMissingData").asText()).isIn("breaching", "notBreaching");
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_usesExistingMetric(JsonNode alarm) {
    assertThat(metrics(alarm))
        .allSatisfy(
            metric -> {
              assertThat(metricNames()).contains(metric.path("MetricName").asText());
              assertThat(metric.at("/Dimensions/0/Name").asText()).isEqualTo("function");
              assertThat(FUNCTIONS).contains(metric.at("/Dimensions/0/Value").asText());
              assertThat(metric.path("Dimensions")).hasSize(1);
            });
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_hasAnEntryInTheRunbook_withItsSeverity(JsonNode alarm) {
    assertThat(runbook)
        .contains(
            "\n### %s\n\n**%s.** ".formatted(alarm.path("AlarmName").asText(), severity(alarm)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template.yaml",
        "consumer/example/template.yaml",
        "infrastructure/chat.yaml",
        "infrastructure/web-acl.yaml"
      })
  void otherTemplates_haveNoAlarms(String file) throws IOException {
    assertThat(Files.readString(Path.of("..").resolve(file))).doesNotContain("CloudWatch::Alarm");
  }

  @Test
  void runbook_hasNoEntryWithoutAlarm() throws IOException {
    assertThat(runbook.lines().filter(line -> line.startsWith("### ")))
        .containsExactlyInAnyOrderElementsOf(
            alarms().map(alarm -> "### " + alarm.path("AlarmName").asText()).toList());
  }

  /** The page of the operator lists the alarms to wake up for. */
  @Test
  void pages_areTheAlarmsOfThePage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    String section = page.substring(page.indexOf("\n## Alarms to wake up for\n"));

    assertThat(alarms().filter(alarm -> severity(alarm).equals("Page")))
        .extracting(alarm -> alarm.path("AlarmName").asText())
        .containsExactlyInAnyOrderElementsOf(
            NAME.matcher(section.substring(0, section.indexOf("\n## ", 1)))
                .results()
                .map(name -> name.group(1))
                .toList());
  }

  @Test
  void keyExpiryThreshold_equalsWarningPeriodOfDoctor() throws IOException {
    assertThat(Template.ofAlarms().properties("KeyExpiryAlarm").path("Threshold").asLong())
        .isEqualTo(KeyExpiry.WARNING_PERIOD.toSeconds());
  }

  private static String severity(JsonNode alarm) {
    return alarm.path("AlarmDescription").asText().split(":", 2)[0];
  }

  /** Returns the alarm's metrics in Rampline's own namespace. */
  private static List<JsonNode> metrics(JsonNode alarm) {
    return Stream.concat(
            Stream.of(alarm),
            Template.elements(alarm.path("Metrics")).map(metric -> metric.at("/MetricStat/Metric")))
        .filter(metric -> metric.path("Namespace").asText().equals("rampline"))
        .toList();
  }

  private static List<String> metricNames() {
    return Arrays.stream(Metric.values()).map(Metric::text).toList();
  }
}
