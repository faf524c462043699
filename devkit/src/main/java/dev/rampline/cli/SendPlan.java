package dev.rampline.cli;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleScenario;
import dev.rampline.devkit.samples.SampleStep;
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
record SendPlan(@Nullable String title, List<SampleStep> steps) {
  SendPlan {
    steps = List.copyOf(steps);
  }

  static SendPlan of(SampleEvent event) {
    return new SendPlan(null, List.of(SampleStep.of(event)));
  }

  /** The story of that order, or of a subject that nobody has heard of yet. */
  static SendPlan of(SampleScenario story, @Nullable String orderId, Duration pace) {
    SampleSubject subject =
        orderId == null ? story.newSubject(new SecureRandom()) : new SampleSubject(orderId);
    return new SendPlan(
        "%s: %s".formatted(story.name(), subject.id()),
        story.forSubject(subject, Instant.now(), pace));
  }

  /** Whether an emulated provider has to keep something back. */
  boolean needsConsole() {
    return steps.stream().anyMatch(step -> step.method().needsProvider());
  }

  /** Whether it is one event by itself. */
  boolean isSingleEvent() {
    return title == null;
  }
}
