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
public record SampleStory(String name, String description, List<SampleStep> steps) {
  /** Two events of one moment could not be put in order. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public SampleStory {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    steps = List.copyOf(steps);
  }

  /** Whether it is about an order, and not about a customer. */
  public boolean isAboutOrder() {
    return steps.getFirst().event().isAboutOrder();
  }

  /** A subject for it that nobody has heard of yet. */
  public SampleSubject freshSubject(RandomGenerator random) {
    return SampleSubject.fresh(isAboutOrder() ? "order" : "customer", random);
  }

  /**
   * The same story of that subject, all of it told by {@code now} if nothing comes between its
   * events.
   *
   * @param pace what comes between two events
   */
  public List<SampleStep> about(SampleSubject subject, Instant now, Duration pace) {
    Duration between = pace.compareTo(SHORTEST) < 0 ? SHORTEST : pace;
    Instant begun = now.minus(SHORTEST.multipliedBy(steps.size())).truncatedTo(ChronoUnit.MILLIS);
    return steps.stream()
        .map(step -> retold(step, subject, begun, between.multipliedBy(step.at())))
        .toList();
  }

  private static SampleStep retold(
      SampleStep step, SampleSubject subject, Instant begun, Duration later) {
    Retelling retelling = new Retelling(subject, begun, begun.plus(later));
    return new SampleStep(retelling.of(step.event()), step.at(), step.manner());
  }
}
