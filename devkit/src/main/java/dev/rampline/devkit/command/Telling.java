package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStep;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.SampleSubject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that are to be sent, one after the other.
 *
 * @param title what they are of whom; null: one event needs no title
 * @param steps the events
 */
record Telling(@Nullable String title, List<SampleStep> steps) {
  Telling {
    steps = List.copyOf(steps);
  }

  static Telling of(SampleEvent event) {
    return new Telling(null, List.of(SampleStep.of(event)));
  }

  /** The story of that order, or of a subject that nobody has heard of yet. */
  static Telling of(SampleStory story, @Nullable String orderId, Duration pace) {
    SampleSubject subject =
        orderId == null ? story.freshSubject(new SecureRandom()) : new SampleSubject(orderId);
    return new Telling(
        "%s: %s".formatted(story.name(), subject.id()), story.about(subject, Instant.now(), pace));
  }

  /** Whether an emulated provider has to keep something back. */
  boolean needsConsole() {
    return steps.stream().anyMatch(step -> step.manner().needsProvider());
  }

  /** Whether it is one event by itself. */
  boolean isOneEvent() {
    return title == null;
  }
}
