package dev.rampline.operations.doctor;

import java.time.Duration;

/** A length of time as people say it. */
final class DurationText {
  private static final int UNIT_THRESHOLD = 3;

  private DurationText() {}

  /** In the greatest unit of which there are a few; without its sign. */
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
