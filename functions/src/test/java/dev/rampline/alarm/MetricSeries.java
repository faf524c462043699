package dev.rampline.alarm;

import java.util.Map;

/** The identity of a metric in CloudWatch. */
record MetricSeries(String namespace, String name, Map<String, String> dimensions) {
  static MetricSeries of(String namespace, String name, String dimension, String value) {
    return new MetricSeries(namespace, name, Map.of(dimension, value));
  }

  /** Returns a metric of Rampline's own, with the dimension {@code function}. */
  static MetricSeries ofFunction(String name, String function) {
    return of("rampline", name, "function", function);
  }
}
