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
 * The metrics that CloudWatch would contain: those in Rampline's log entries, and those that AWS
 * services report.
 */
final class RecordedMetrics {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FIRST_SERVER_ERROR = 500;

  private final List<Measurement> measurements = new ArrayList<>();

  List<Measurement> measurements() {
    return measurements;
  }

  /** Returns a log that reads the metrics of each entry as CloudWatch does. */
  EventLog eventLog() {
    return entry -> read(entry.json());
  }

  /** Records the metric that API Gateway reports for a response. */
  void recordResponse(int status) {
    int serverErrors = status >= FIRST_SERVER_ERROR ? 1 : 0;
    add(MetricSeries.of("AWS/ApiGateway", "5xx", "ApiId", "ApiId"), serverErrors);
  }

  void add(MetricSeries series, double value) {
    measurements.add(new Measurement(series, value));
  }

  private void read(String entry) {
    try {
      JsonNode json = JSON.readTree(entry);
      json.at("/_aws/CloudWatchMetrics").forEach(directive -> read(directive, json));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }

  private void read(JsonNode directive, JsonNode entry) {
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      for (JsonNode dimensions : directive.path("Dimensions")) {
        MetricSeries series =
            new MetricSeries(directive.path("Namespace").asText(), name, values(dimensions, entry));
        add(series, entry.path(name).asDouble());
      }
    }
  }

  private static Map<String, String> values(JsonNode dimensions, JsonNode entry) {
    Map<String, String> values = new HashMap<>();
    dimensions.forEach(name -> values.put(name.asText(), entry.path(name.asText()).asText()));
    return values;
  }
}
