package dev.rampline.adapter.telemetry;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one event: texts and numbers of our own making. Nothing of a body, a header, a
 * token, a wallet, a name or an address may be put in; the ids that form a subject may. Not
 * thread-safe.
 */
public final class LogEntry {
  private final Instant at;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<Metric, Long> metrics = new EnumMap<>(Metric.class);

  /** A line of that function. */
  public LogEntry(String function, Instant at) {
    this.at = at;
    texts.put("function", function);
  }

  /** Tells a text; null is not told. */
  public LogEntry field(String name, @Nullable String text) {
    if (text != null) {
      texts.put(name, text);
    }
    return this;
  }

  /** Measures; its dimension must be told too. */
  public LogEntry measure(Metric metric, long value) {
    metrics.put(metric, value);
    return this;
  }

  /** Counts, unless there is nothing to count. */
  public LogEntry count(Metric metric, long value) {
    return value == 0 ? this : measure(metric, value);
  }

  /** The line in CloudWatch's embedded metric format. */
  public String json() {
    return EmbeddedMetrics.write(at, texts, metrics);
  }
}
