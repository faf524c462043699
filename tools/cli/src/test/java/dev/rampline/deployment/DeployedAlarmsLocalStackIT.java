package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.adapter.LocalStackAws;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Compares the deployed alarms with the template. */
final class DeployedAlarmsLocalStackIT {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedStack stack =
      DeployedStack.createAlarms(AWS.aws(), DeployedStack.uniqueName());
  private final StatefulTemplate template = stack.template();
  private final CloudWatchClient client = AWS.aws().configure(CloudWatchClient.builder()).build();

  DeployedAlarmsLocalStackIT() throws IOException {}

  @AfterEach
  void close() {
    client.close();
    stack.close();
  }

  @Test
  void deployedAlarms_equalTheTemplate() {
    List<Map.Entry<String, JsonNode>> wanted = template.ofType("AWS::CloudWatch::Alarm").toList();

    assertThat(wanted)
        .hasSizeGreaterThan(20)
        .allSatisfy(alarm -> assertCreated(alarm.getKey(), alarm.getValue()));
  }

  private void assertCreated(String name, JsonNode wanted) {
    MetricAlarm alarm = described(wanted.path("AlarmName").asText());
    assertScalars(name, alarm, wanted);
    assertThat(alarm.alarmActions())
        .isEqualTo(alarm.okActions())
        .containsExactly(StatefulTemplate.TOPIC + severity(alarm));
    assertThat(dimensions(alarm.dimensions())).isEqualTo(dimensions(wanted));
    assertThat(alarm.metrics())
        .extracting(this::watched)
        .isEqualTo(elements(wanted.path("Metrics")).stream().map(this::watched).toList());
  }

  private static String severity(MetricAlarm alarm) {
    return alarm.alarmDescription().split(":", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** CloudWatch and CloudFormation use the same property names. */
  private void assertScalars(String name, SdkPojo made, JsonNode wanted) {
    made.sdkFields().stream()
        .filter(field -> wanted.path(field.memberName()).isValueNode())
        .forEach(
            field ->
                assertThat(plain(Objects.requireNonNull(field.getValueOrDefault(made)).toString()))
                    .as("%s %s", name, field.memberName())
                    .isEqualTo(wanted.path(field.memberName()).asText()));
  }

  /** The template writes whole numbers without a fraction. */
  private static String plain(String value) {
    return value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
  }

  private String watched(MetricDataQuery query) {
    return query.metricStat() == null
        ? query.expression()
        : query.metricStat().metric().metricName()
            + dimensions(query.metricStat().metric().dimensions());
  }

  private String watched(JsonNode query) {
    JsonNode metric = query.at("/MetricStat/Metric");
    return query.has("Expression")
        ? query.path("Expression").asText()
        : metric.path("MetricName").asText() + dimensions(metric);
  }

  private static List<String> dimensions(List<Dimension> made) {
    return made.stream().map(dimension -> dimension.name() + "=" + dimension.value()).toList();
  }

  private List<String> dimensions(JsonNode metric) {
    return elements(metric.path("Dimensions")).stream()
        .map(wanted -> wanted.path("Name").asText() + "=" + wanted.path("Value").asText())
        .toList();
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private MetricAlarm described(String name) {
    List<MetricAlarm> found =
        client.describeAlarms(wanted -> wanted.alarmNames(name)).metricAlarms();
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }
}
