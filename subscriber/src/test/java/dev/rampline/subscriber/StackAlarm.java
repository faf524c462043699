package dev.rampline.subscriber;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** An alarm of the subscriber's stack, evaluated over one period as CloudWatch does. */
record StackAlarm(JsonNode properties) {
  private static final Path STACK = Path.of("..", "infrastructure", "subscriber.yaml");
  private static final JsonMapper JSON = new JsonMapper();

  static Map<String, StackAlarm> all() throws IOException {
    return new YAMLMapper()
        .readTree(STACK.toFile()).path("Resources").properties().stream()
            .filter(entry -> entry.getValue().path("Type").asText().endsWith("CloudWatch::Alarm"))
            .collect(
                toMap(
                    Map.Entry::getKey,
                    entry -> new StackAlarm(entry.getValue().path("Properties"))));
  }

  boolean goesOffAt(List<String> lines) {
    double[] values = lines.stream().map(StackAlarm::read).flatMapToDouble(this::values).toArray();
    if (values.length == 0) {
      return properties.path("TreatMissingData").asText().equals("breaching");
    }
    double threshold = properties.path("Threshold").asDouble();
    return switch (properties.path("ComparisonOperator").asText()) {
      case "LessThanThreshold" -> statistic(values) < threshold;
      case "GreaterThanThreshold" -> statistic(values) > threshold;
      default -> throw new IllegalStateException("Unsupported by this test");
    };
  }

  private double statistic(double... values) {
    return switch (properties.path("Statistic").asText()) {
      case "Sum" -> DoubleStream.of(values).sum();
      case "Maximum" -> DoubleStream.of(values).max().orElseThrow();
      case "SampleCount" -> values.length;
      default -> throw new IllegalStateException("Unsupported by this test");
    };
  }

  /** Returns the values of the alarm's metric in a log entry. */
  private DoubleStream values(JsonNode line) {
    String dimension = properties.at("/Dimensions/0/Name").asText();
    String name = properties.path("MetricName").asText();
    boolean hasDimension =
        line.path(dimension).asText().equals(properties.at("/Dimensions/0/Value").asText());
    boolean hasMetric =
        line.at("/_aws/CloudWatchMetrics").findValuesAsText("Name").contains(name) && hasDimension;
    return hasMetric ? DoubleStream.of(line.path(name).asDouble()) : DoubleStream.empty();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException invalid) {
      throw new UncheckedIOException(invalid);
    }
  }
}
