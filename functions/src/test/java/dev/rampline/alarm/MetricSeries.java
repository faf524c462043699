package dev.rampline.alarm;

import java.util.Map;

/** What CloudWatch tells one metric from another by. */
record MetricSeries(String namespace, String name, Map<String, String> dimensions) {
  static MetricSeries of(String namespace, String name, String dimension, String value) {
    return new MetricSeries(namespace, name, Map.of(dimension, value));
  }

  /** One of ours. */
  static MetricSeries ofFunction(String name, String function) {
    return of("Rampline", name, "function", function);
  }
}
