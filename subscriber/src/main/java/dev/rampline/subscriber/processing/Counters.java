package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts from one line of metrics to the next. Thread-safe. */
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

  /** Tells what was counted since it was told last. */
  void addTo(LogEntry line) {
    counts.forEach((metric, count) -> line.measure(metric, count.sumThenReset()));
  }
}
