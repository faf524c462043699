package dev.rampline.testkit.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The alarms of a template, with the default values of its parameters. The parser drops the tags of
 * short intrinsic functions: {@code !Ref ApiId} becomes {@code ApiId}.
 */
public final class AlarmTemplate {
  private static final String TYPE = "AWS::CloudWatch::Alarm";

  private final JsonNode resources;
  private final JsonNode defaults;

  private AlarmTemplate(JsonNode resources, JsonNode defaults) {
    this.resources = resources;
    this.defaults = defaults;
  }

  /**
   * Reads a template.
   *
   * @param defaults the template whose parameters have the default values; a nested template has
   *     none
   * @param name the value of the parameter {@code Name}
   */
  public static AlarmTemplate read(Path template, Path defaults, String name) throws IOException {
    return new AlarmTemplate(
        parse(template, name).path("Resources"), parse(defaults, name).path("Parameters"));
  }

  /** Returns the logical ids of all alarms. */
  public List<String> ids() {
    return resources.properties().stream()
        .filter(entry -> entry.getValue().path("Type").asText().equals(TYPE))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns an alarm.
   *
   * @param id its logical id
   */
  public Alarm alarm(String id) {
    JsonNode alarm = resources.path(id).path("Properties");
    List<Alarm.Input> inputs = new ArrayList<>();
    String expression = "metric";
    for (JsonNode query : alarm.path("Metrics")) {
      JsonNode metric = query.path("MetricStat");
      if (metric.isMissingNode()) {
        expression = query.path("Expression").asText();
      } else {
        inputs.add(input(query.path("Id").asText(), metric.path("Metric"), metric.path("Stat")));
      }
    }
    if (inputs.isEmpty()) {
      String statistic = alarm.has("Statistic") ? "Statistic" : "ExtendedStatistic";
      inputs.add(input(expression, alarm, alarm.path(statistic)));
    }
    return new Alarm(
        inputs,
        expression,
        Double.parseDouble(value(alarm.path("Threshold"))),
        isBelow(alarm.path("ComparisonOperator").asText()),
        alarm.path("TreatMissingData").asText().equals("breaching"));
  }

  private static Alarm.Input input(String id, JsonNode metric, JsonNode statistic) {
    Map<String, String> dimensions = new HashMap<>();
    metric
        .path("Dimensions")
        .forEach(
            dimension ->
                dimensions.put(dimension.path("Name").asText(), dimension.path("Value").asText()));
    MetricSeries series =
        new MetricSeries(
            metric.path("Namespace").asText(), metric.path("MetricName").asText(), dimensions);
    return new Alarm.Input(id, series, Statistic.named(statistic.asText()));
  }

  /** Returns the value, or the default of the parameter that it refers to. */
  private String value(JsonNode value) {
    return defaults.path(value.asText()).path("Default").asText(value.asText());
  }

  private static boolean isBelow(String operator) {
    return switch (operator) {
      case "LessThanThreshold" -> true;
      case "GreaterThanThreshold" -> false;
      default -> throw new IllegalArgumentException("Unsupported operator: " + operator);
    };
  }

  private static JsonNode parse(Path template, String name) throws IOException {
    String text = Files.readString(template).replaceAll("\\$\\{Name}|!Ref Name\\b", name);
    return new YAMLMapper().readTree(text);
  }
}
