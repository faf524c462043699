package dev.rampline.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.template.Template;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the template's alarms and resolves references to parameters. */
final class TemplateAlarms {
  private static final String SUM_OF_ALL = "SUM(FILL(METRICS(), 0))";

  /** The signed deliveries without a valid signature, if enough and most of them have none. */
  private static final Pattern FAILING_SHARE =
      Pattern.compile(
          "IF\\(\\(signed - valid >= (\\d+)\\) AND \\(signed > 2 \\* valid\\), 1, 0\\)");

  private final Template template = Template.ofAlarms();
  private final JsonNode parameters = Template.read().root().path("Parameters");

  TemplateAlarms() throws IOException {}

  Stream<String> names() {
    return template.ofType("AWS::CloudWatch::Alarm").map(Map.Entry::getKey);
  }

  Alarm alarm(String name) {
    JsonNode properties = template.properties(name);
    Matcher share = FAILING_SHARE.matcher(properties.at("/Metrics/0/Expression").asText());
    if (share.matches()) {
      return failingShare(properties, Integer.parseInt(share.group(1)));
    }
    List<JsonNode> metrics = metrics(properties);
    return new Alarm(
        metrics.stream().map(this::series).toList(),
        statistic(properties),
        threshold(properties.path("Threshold").asText()),
        isBelow(properties.path("ComparisonOperator").asText()),
        properties.path("TreatMissingData").asText().equals("breaching"));
  }

  /** Both metrics have one series: the number of its values, and their sum. */
  private Alarm failingShare(JsonNode properties, int least) {
    JsonNode metrics = properties.path("Metrics");
    if (!metrics.at("/1/MetricStat/Stat").asText().equals("SampleCount")
        || !metrics.at("/2/MetricStat/Stat").asText().equals("Sum")
        || !metrics.at("/1/MetricStat/Metric").equals(metrics.at("/2/MetricStat/Metric"))
        || properties.path("Threshold").asInt() != 0) {
      throw new IllegalStateException("Unsupported metrics of a share");
    }
    return new Alarm(
        List.of(series(metrics.at("/1/MetricStat/Metric"))),
        Statistic.MOSTLY_ZERO,
        least - 1,
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
                dimensions.put(dimension.path("Name").asText(), dimension.path("Value").asText()));
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
    JsonNode parameter = parameters.path(text);
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
}
