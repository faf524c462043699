package dev.rampline.subscriber.intake;

import dev.rampline.subscriber.intake.Stage.Crew;
import dev.rampline.time.SchedulerFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Who works in each stage, and how patiently.
 *
 * @param workforce where they come from
 * @param random spreads their waits; one that all threads may share
 */
public record Crews(SchedulerFactory workforce, RandomGenerator random) {
  private static final int WRITERS = 16;
  private static final int ASKERS = 4;

  public Crews {
    Objects.requireNonNull(workforce, "workforce");
    Objects.requireNonNull(random, "random");
  }

  /** They spend their time waiting for the ledger and the queue. */
  Crew claims() {
    return new Crew(
        "unverified", WRITERS, backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), workforce);
  }

  /** The provider's rate limit holds them back, not their number. */
  Crew readBacks() {
    return new Crew(
        "read-backs", ASKERS, backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)), workforce);
  }

  /** One run at a time. */
  Crew gap() {
    return new Crew(
        "gap-reconciliation", 1, backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)), workforce);
  }

  private Backoff backoff(Duration first, Duration longest) {
    return new Backoff(first, longest, random);
  }
}
