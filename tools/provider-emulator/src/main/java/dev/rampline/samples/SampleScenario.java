package dev.rampline.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A sequence of events of an order or of a customer's KYC.
 *
 * @param name the name
 * @param description a one-line description
 * @param steps the steps in delivery order
 */
public record SampleScenario(String name, String description, List<SampleStep> steps) {
  /** Two events need different times to have an order. */
  private static final Duration MIN_PACE = Duration.ofSeconds(1);

  public SampleScenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    steps = List.copyOf(steps);
  }

  /** Whether it is about an order; otherwise it is about a customer. */
  public boolean isAboutOrder() {
    return steps.getFirst().event().isAboutOrder();
  }

  /** Creates a new random subject for it. */
  public SampleSubject newSubject(RandomGenerator random) {
    return SampleSubject.random(isAboutOrder() ? "order" : "customer", random);
  }

  /**
   * The same scenario for that subject, with all events before {@code now} if they have no gaps.
   *
   * @param pace the gap between two events
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
