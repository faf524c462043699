package dev.rampline.adapter.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a log entry that also contains metrics (CloudWatch embedded metric format). */
final class EmbeddedMetrics {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EmbeddedMetrics() {}

  static String write(
      String namespace, Instant at, Map<String, String> texts, Map<Metric, Long> metrics) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      writeHead(json, namespace, at, metrics);
      for (Map.Entry<String, String> field : texts.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      for (Map.Entry<Metric, Long> metric : metrics.entrySet()) {
        json.writeNumberField(metric.getKey().text(), metric.getValue());
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot write to memory", impossible);
    }
    return text.toString();
  }

  private static void writeHead(
      JsonGenerator json, String namespace, Instant at, Map<Metric, Long> metrics)
      throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", at.toEpochMilli());
    json.writeArrayFieldStart("CloudWatchMetrics");
    Map<List<String>, List<Metric>> directives = new LinkedHashMap<>();
    for (Metric metric : metrics.keySet()) {
      directives.computeIfAbsent(metric.dimensions(), any -> new ArrayList<>()).add(metric);
    }
    for (Map.Entry<List<String>, List<Metric>> directive : directives.entrySet()) {
      writeDirective(json, namespace, directive.getKey(), directive.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the metrics that share their dimensions. */
  private static void writeDirective(
      JsonGenerator json, String namespace, List<String> dimensions, List<Metric> metrics)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("Namespace", namespace);
    json.writeArrayFieldStart("Dimensions");
    for (String dimension : dimensions) {
      json.writeArray(new String[] {dimension}, 0, 1);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (Metric metric : metrics) {
      json.writeStartObject();
      json.writeStringField("Name", metric.text());
      json.writeStringField("Unit", metric.unit());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
