package dev.rampline.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.template.Template;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the template's alarms and resolves references to queue names and parameters. */
final class TemplateAlarms {
  private static final String SUM_OF_ALL = "SUM(FILL(METRICS(), 0))";

  private final Template template = Template.read();

  TemplateAlarms() throws IOException {}

  Stream<String> names() {
    return template.ofType("AWS::CloudWatch::Alarm").map(Map.Entry::getKey);
  }

  Alarm alarm(String name) {
    JsonNode properties = template.properties(name);
    List<JsonNode> metrics = metrics(properties);
    return new Alarm(
        metrics.stream().map(this::series).toList(),
        statistic(properties),
        threshold(properties.path("Threshold").asText()),
        isBelow(properties.path("ComparisonOperator").asText()),
        properties.path("TreatMissingData").asText().equals("breaching"));
  }

  private static List<JsonNode> metrics(JsonNode properties) {
    if (!properties.has("Metrics")) {
      return List.of(properties);
    }
    JsonNode sum = properties.path("Metrics").path(0);
    if (!sum.path("Expression").asText().equals(SUM_OF_ALL)) {
      throw new IllegalStateException("Unsupported expression. Only sums are supported.");
    }
    return Template.elements(properties.path("Metrics"))
        .filter(metric -> metric.has("MetricStat"))
        .map(metric -> metric.at("/MetricStat/Metric"))
        .toList();
  }

  private MetricSeries series(JsonNode metric) {
    Map<String, String> dimensions = new HashMap<>();
    metric
        .path("Dimensions")
        .forEach(
            dimension ->
                dimensions.put(
                    dimension.path("Name").asText(), value(dimension.path("Value").asText())));
    return new MetricSeries(
        metric.path("Namespace").asText(), metric.path("MetricName").asText(), dimensions);
  }

  private static Statistic statistic(JsonNode properties) {
    JsonNode statistic =
        properties.has("Metrics")
            ? properties.at("/Metrics/1/MetricStat/Stat")
            : properties.path(properties.has("Statistic") ? "Statistic" : "ExtendedStatistic");
    return Statistic.valueOf(statistic.asText().toUpperCase(Locale.ROOT));
  }

  private double threshold(String text) {
    JsonNode parameter = template.root().path("Parameters").path(text);
    return parameter.isMissingNode()
        ? Double.parseDouble(text)
        : parameter.path("Default").asDouble();
  }

  private static boolean isBelow(String operator) {
    return switch (operator) {
      case "LessThanThreshold" -> true;
      case "GreaterThanThreshold" -> false;
      default -> throw new IllegalStateException("Unsupported operator: " + operator);
    };
  }

  private String value(String reference) {
    String attribute = ".QueueName";
    return reference.endsWith(attribute)
        ? template.properties(reference.replace(attribute, "")).path("QueueName").asText()
        : reference;
  }
}
