package dev.rampline.alarm;

/** One value of a metric. */
record Measurement(Series series, double value) {}
