package dev.rampline.testkit.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The metrics that CloudWatch would contain for one period: those in log entries, and those that a
 * test adds for an AWS service. Thread-safe.
 */
public final class RecordedMetrics {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<MetricSeries, List<Double>> values = new ConcurrentHashMap<>();

  /** Records a value. */
  public void add(MetricSeries series, double value) {
    values.computeIfAbsent(series, _ -> new CopyOnWriteArrayList<>()).add(value);
  }

  /** Records the metrics of a log entry in CloudWatch's embedded metric format. */
  public void read(String logEntry) {
    try {
      JsonNode json = JSON.readTree(logEntry);
      json.at("/_aws/CloudWatchMetrics").forEach(directive -> read(directive, json));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("Not JSON", notJson);
    }
  }

  /** Returns the values of a metric in the order in which they were recorded. */
  List<Double> values(MetricSeries series) {
    return new ArrayList<>(values.getOrDefault(series, List.of()));
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private void read(JsonNode directive, JsonNode entry) {
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      for (JsonNode dimensions : directive.path("Dimensions")) {
        Map<String, String> named = new HashMap<>();
        dimensions.forEach(key -> named.put(key.asText(), entry.path(key.asText()).asText()));
        String namespace = directive.path("Namespace").asText();
        add(new MetricSeries(namespace, name, named), entry.path(name).asDouble());
      }
    }
  }
}
