package dev.rampline.adapter.telemetry;

import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.event.Subject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structured log entry with text fields and metrics. It must not contain any part of a body, a
 * header, a token, a wallet, a name or an address. It names a subject by its {@link Subject#logId()
 * log id}. Not thread-safe.
 */
public final class LogEntry {
  private final Instant at;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<Metric, Long> metrics = new EnumMap<>(Metric.class);

  /** Creates an entry of a function. */
  public LogEntry(String function, Instant at) {
    this.at = at;
    texts.put("function", function);
  }

  /** Adds a field, unless its value is null. */
  public LogEntry field(String name, @Nullable String text) {
    if (text != null) {
      texts.put(name, text);
    }
    return this;
  }

  /** Adds the subject, unless it is null. */
  public LogEntry subject(@Nullable Subject named) {
    return field(LogField.SUBJECT, named == null ? null : named.logId());
  }

  /** Adds a metric. The field with the metric's dimension is required. */
  public LogEntry measure(Metric metric, long value) {
    metrics.put(metric, value);
    return this;
  }

  /** Adds a count, unless it is zero. */
  public LogEntry count(Metric metric, long value) {
    return value == 0 ? this : measure(metric, value);
  }

  /** Returns the entry in CloudWatch's embedded metric format, in the default namespace. */
  public String json() {
    return json(InstallationName.DEFAULT);
  }

  /** Returns the entry in CloudWatch's embedded metric format. */
  public String json(String namespace) {
    return EmbeddedMetrics.write(namespace, at, texts, metrics);
  }
}
