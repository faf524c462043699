package dev.rampline.adapter.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** Writes a log entry that also contains metrics (CloudWatch embedded metric format). */
final class EmbeddedMetrics {
  private static final String NAMESPACE = "Rampline";
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EmbeddedMetrics() {}

  static String write(Instant at, Map<String, String> texts, Map<Metric, Long> metrics) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      writeHead(json, at, metrics);
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

  private static void writeHead(JsonGenerator json, Instant at, Map<Metric, Long> metrics)
      throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", at.toEpochMilli());
    json.writeArrayFieldStart("CloudWatchMetrics");
    for (Metric metric : metrics.keySet()) {
      writeDirective(json, metric);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeDirective(JsonGenerator json, Metric metric) throws IOException {
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Dimensions");
    for (String dimension : metric.dimensions()) {
      json.writeArray(new String[] {dimension}, 0, 1);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    json.writeStartObject();
    json.writeStringField("Name", metric.text());
    json.writeStringField("Unit", metric.unit());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
