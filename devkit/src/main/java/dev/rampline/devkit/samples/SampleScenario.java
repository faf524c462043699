package dev.rampline.devkit.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The life of an order or of a customer's KYC, event by event.
 *
 * @param name by which it is asked for
 * @param description of one line
 * @param steps in the order in which they are told
 */
public record SampleScenario(String name, String description, List<SampleStep> steps) {
  /** Two events of one moment could not be put in order. */
  private static final Duration MIN_PACE = Duration.ofSeconds(1);

  public SampleScenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    steps = List.copyOf(steps);
  }

  /** Whether it is about an order, and not about a customer. */
  public boolean isAboutOrder() {
    return steps.getFirst().event().isAboutOrder();
  }

  /** A subject for it that nobody has heard of yet. */
  public SampleSubject newSubject(RandomGenerator random) {
    return SampleSubject.random(isAboutOrder() ? "order" : "customer", random);
  }

  /**
   * The same story of that subject, all of it told by {@code now} if nothing comes between its
   * events.
   *
   * @param pace what comes between two events
   */
  public List<SampleStep> forSubject(SampleSubject subject, Instant now, Duration pace) {
    Duration between = pace.compareTo(MIN_PACE) < 0 ? MIN_PACE : pace;
    Instant begun = now.minus(MIN_PACE.multipliedBy(steps.size())).truncatedTo(ChronoUnit.MILLIS);
    return steps.stream()
        .map(step -> rewrite(step, subject, begun, between.multipliedBy(step.at())))
        .toList();
  }

  private static SampleStep rewrite(
      SampleStep step, SampleSubject subject, Instant begun, Duration later) {
    SampleRewriter retelling = new SampleRewriter(subject, begun, begun.plus(later));
    return new SampleStep(retelling.rewrite(step.event()), step.at(), step.method());
  }
}
