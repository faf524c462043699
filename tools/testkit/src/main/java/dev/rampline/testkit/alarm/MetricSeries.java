package dev.rampline.testkit.alarm;

import java.util.Map;

/**
 * The identity of a metric in CloudWatch.
 *
 * @param namespace such as {@code AWS/SQS}
 * @param name the metric's name
 * @param dimensions the value of each dimension
 */
public record MetricSeries(String namespace, String name, Map<String, String> dimensions) {
  public MetricSeries {
    dimensions = Map.copyOf(dimensions);
  }

  /** Returns a metric with one dimension. */
  public static MetricSeries of(String namespace, String name, String dimension, String value) {
    return new MetricSeries(namespace, name, Map.of(dimension, value));
  }
}
