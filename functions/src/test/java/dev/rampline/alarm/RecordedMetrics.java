package dev.rampline.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.telemetry.EventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What CloudWatch would get to see: the metrics in our own lines, and those that AWS makes of what
 * it sees of us.
 */
final class RecordedMetrics {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FIRST_SERVER_ERROR = 500;

  private final List<Measurement> measurements = new ArrayList<>();

  List<Measurement> measurements() {
    return measurements;
  }

  /** Reads each line as CloudWatch does. */
  EventLog eventLog() {
    return line -> read(line.json());
  }

  /** What API Gateway counts of an answer. */
  void recordResponse(int status) {
    int counted = status >= FIRST_SERVER_ERROR ? 1 : 0;
    add(MetricSeries.of("AWS/ApiGateway", "5xx", "ApiId", "Api"), counted);
  }

  void add(MetricSeries series, double value) {
    measurements.add(new Measurement(series, value));
  }

  private void read(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      json.at("/_aws/CloudWatchMetrics").forEach(directive -> read(directive, json));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }

  private void read(JsonNode directive, JsonNode line) {
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      for (JsonNode dimensions : directive.path("Dimensions")) {
        MetricSeries series =
            new MetricSeries(directive.path("Namespace").asText(), name, values(dimensions, line));
        add(series, line.path(name).asDouble());
      }
    }
  }

  private static Map<String, String> values(JsonNode dimensions, JsonNode line) {
    Map<String, String> values = new HashMap<>();
    dimensions.forEach(name -> values.put(name.asText(), line.path(name.asText()).asText()));
    return values;
  }
}
