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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for every alarm of the application and of the subscriber. */
class AlarmRulesTest {
  private static final String ACTIONS = "[\"HasAlarmTopic\",[\"AlarmTopicArn\"],\"AWS::NoValue\"]";
  private static final List<String> FUNCTIONS =
      List.of("webhook", "relay", "retry", "rotation", "reconcile", "subscriber");

  private final String runbook = Files.readString(Path.of("..", "docs", "runbook.md"));

  AlarmRulesTest() throws IOException {}

  static Stream<JsonNode> alarms() throws IOException {
    return Stream.of(Template.read(), Template.ofSubscriber())
        .flatMap(template -> template.ofType("AWS::CloudWatch::Alarm"))
        .map(Map.Entry::getValue);
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_notifiesTheTopic_whenItStartsAndEnds(JsonNode alarm) {
    assertThat(alarm.path("AlarmActions")).hasToString(ACTIONS);
    assertThat(alarm.path("OKActions")).hasToString(ACTIONS);
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
  void alarm_hasAnEntryInTheRunbook(JsonNode alarm) {
    assertThat(runbook)
        .containsPattern("(?m)^### %s\\n\\n\\S".formatted(alarm.path("AlarmName").asText()));
  }

  @Test
  void runbook_hasNoEntryWithoutAlarm() throws IOException {
    assertThat(runbook.lines().filter(line -> line.startsWith("### ")))
        .containsExactlyInAnyOrderElementsOf(
            alarms().map(alarm -> "### " + alarm.path("AlarmName").asText()).toList());
  }

  @Test
  void keyExpiryThreshold_equalsWarningPeriodOfDoctor() throws IOException {
    assertThat(Template.read().properties("KeyExpiryAlarm").path("Threshold").asLong())
        .isEqualTo(KeyExpiry.WARNING_PERIOD.toSeconds());
  }

  /** Returns the alarm's metrics in Rampline's own namespace. */
  private static List<JsonNode> metrics(JsonNode alarm) {
    return Stream.concat(
            Stream.of(alarm),
            Template.elements(alarm.path("Metrics")).map(metric -> metric.at("/MetricStat/Metric")))
        .filter(metric -> metric.path("Namespace").asText().equals("Rampline"))
        .toList();
  }

  private static List<String> metricNames() {
    return Arrays.stream(Metric.values()).map(Metric::text).toList();
  }
}
