package dev.rampline.operations.doctor;

import java.time.Duration;

/** Formats durations for people. */
final class DurationText {
  private static final int UNIT_THRESHOLD = 3;

  private DurationText() {}

  /** Formats the absolute value in the largest unit with at least three. */
  static String of(Duration duration) {
    Duration span = duration.abs();
    if (span.toDays() >= UNIT_THRESHOLD) {
      return span.toDays() + " days";
    }
    if (span.toHours() >= UNIT_THRESHOLD) {
      return span.toHours() + " hours";
    }
    return span.toMinutes() >= UNIT_THRESHOLD
        ? span.toMinutes() + " minutes"
        : span.toSeconds() + " seconds";
  }
}
