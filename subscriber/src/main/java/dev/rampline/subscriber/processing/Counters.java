package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts metrics between two log entries. Thread-safe. */
final class Counters {
  private final Map<Metric, LongAdder> counts = new EnumMap<>(Metric.class);

  Counters(Metric... metrics) {
    for (Metric metric : metrics) {
      counts.put(metric, new LongAdder());
    }
  }

  void count(Metric metric) {
    counts.getOrDefault(metric, new LongAdder()).increment();
  }

  /** Adds the counts since the last call to a log entry, and resets them. */
  void addTo(LogEntry entry) {
    counts.forEach((metric, count) -> entry.measure(metric, count.sumThenReset()));
  }
}
