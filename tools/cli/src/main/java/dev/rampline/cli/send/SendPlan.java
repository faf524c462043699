package dev.rampline.cli.send;

import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.SampleStep;
import dev.rampline.samples.SampleSubject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events to send, one after the other.
 *
 * @param title the scenario and its subject; null for one event
 * @param steps the events
 */
record SendPlan(@Nullable String title, List<SampleStep> steps) {
  SendPlan {
    steps = List.copyOf(steps);
  }

  static SendPlan of(SampleEvent event) {
    return new SendPlan(null, List.of(SampleStep.of(event)));
  }

  /** Plans a scenario about the given order, or about a new subject. */
  static SendPlan of(SampleScenario scenario, @Nullable String orderId, Duration pace) {
    SampleSubject subject =
        orderId == null ? scenario.newSubject(new SecureRandom()) : new SampleSubject(orderId);
    return new SendPlan(
        "%s: %s".formatted(scenario.name(), subject.id()),
        scenario.forSubject(subject, Instant.now(), pace));
  }

  /** Whether the plan needs an emulated provider. */
  boolean needsConsole() {
    return steps.stream().anyMatch(step -> step.method().needsProvider());
  }

  /** Whether the plan is one event and not a scenario. */
  boolean isSingleEvent() {
    return title == null;
  }
}
