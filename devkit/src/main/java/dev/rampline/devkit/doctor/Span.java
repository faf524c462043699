package dev.rampline.devkit.doctor;

import java.time.Duration;

/** A length of time as people say it. */
final class Span {
  private static final int FEW = 3;

  private Span() {}

  /** In the greatest unit of which there are a few; without its sign. */
  static String of(Duration duration) {
    Duration span = duration.abs();
    if (span.toDays() >= FEW) {
      return span.toDays() + " days";
    }
    if (span.toHours() >= FEW) {
      return span.toHours() + " hours";
    }
    return span.toMinutes() >= FEW ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
  }
}
