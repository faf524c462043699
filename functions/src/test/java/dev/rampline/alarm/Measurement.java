package dev.rampline.alarm;

/** One value of a metric. */
record Measurement(MetricSeries series, double value) {}
