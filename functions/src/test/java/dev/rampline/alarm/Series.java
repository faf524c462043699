package dev.rampline.alarm;

import java.util.Map;

/** What CloudWatch tells one metric from another by. */
record Series(String namespace, String name, Map<String, String> dimensions) {
  static Series of(String namespace, String name, String dimension, String value) {
    return new Series(namespace, name, Map.of(dimension, value));
  }

  /** One of ours. */
  static Series ofFunction(String name, String function) {
    return of("Rampline", name, "function", function);
  }
}
