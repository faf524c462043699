package dev.rampline.devkit.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.adapter.QueryApi;
import dev.rampline.adapter.Xml;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The alarms that CloudFormation makes of the template, as CloudWatch tells of them. */
final class DeployedAlarmsLocalStackIT {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedStack stack = DeployedStack.create(AWS.aws());
  private final StatefulTemplate template = stack.template();

  DeployedAlarmsLocalStackIT() throws IOException {}

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void everyAlarm_isWhatTheTemplateSays() {
    List<Map.Entry<String, JsonNode>> wanted = template.ofType("AWS::CloudWatch::Alarm").toList();

    assertThat(wanted).hasSizeGreaterThan(20);
    assertThat(wanted).allSatisfy(alarm -> assertMade(alarm.getKey(), alarm.getValue()));
  }

  private void assertMade(String name, JsonNode wanted) {
    Xml alarm = described(wanted.path("AlarmName").asText());
    wanted.forEachEntry(
        (property, value) -> assertSaid(name + " " + property, alarm, property, value));
    assertDimensions(name, alarm.all("Dimensions/member"), wanted.path("Dimensions"));
    assertSummed(alarm.all("Metrics/member"), wanted.path("Metrics"));
  }

  /** CloudWatch calls things as CloudFormation does. */
  private void assertSaid(String what, Xml alarm, String property, JsonNode value) {
    String text = template.value(value).asText();
    if (property.equals("Threshold")) {
      assertThat(Double.parseDouble(alarm.text(property)))
          .as(what)
          .isEqualTo(Double.parseDouble(text));
      return;
    }
    if (!text.isEmpty()) {
      assertThat(alarm.text(property)).as(what).isEqualTo(text);
    }
  }

  private void assertSummed(List<Xml> metrics, JsonNode wanted) {
    assertThat(metrics).hasSameSizeAs(wanted);
    IntStream.range(0, metrics.size())
        .forEach(
            at -> {
              Xml metric = metrics.get(at);
              JsonNode same = wanted.path(at);
              assertThat(metric.text("Expression")).isEqualTo(same.path("Expression").asText());
              JsonNode watched = same.at("/MetricStat/Metric");
              assertThat(metric.text("MetricStat/Metric/MetricName"))
                  .isEqualTo(watched.path("MetricName").asText());
              assertDimensions(
                  same.path("Id").asText(),
                  metric.all("MetricStat/Metric/Dimensions/member"),
                  watched.path("Dimensions"));
            });
  }

  private void assertDimensions(String of, List<Xml> dimensions, JsonNode wanted) {
    assertThat(dimensions)
        .as(of)
        .extracting(dimension -> dimension.text("Name") + "=" + dimension.text("Value"))
        .containsExactlyElementsOf(
            () ->
                IntStream.range(0, wanted.size())
                    .mapToObj(wanted::path)
                    .map(
                        same ->
                            same.path("Name").asText()
                                + "="
                                + template.value(same.path("Value")).asText())
                    .iterator());
  }

  private Xml described(String name) {
    List<Xml> found =
        AWS.aws()
            .api(QueryApi.Service.CLOUD_WATCH)
            .call("DescribeAlarms", Map.of("AlarmNames.member.1", name))
            .all("//MetricAlarms/member");
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }
}
