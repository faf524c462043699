package dev.rampline.subscriber.intake;

import dev.rampline.subscriber.intake.Stage.Crew;
import dev.rampline.time.Pause;
import java.time.Duration;
import java.util.Random;

/** Who works in each stage, and how patiently. */
final class Crews {
  /** One that all threads may share, unlike the default generator. */
  private static final Random RANDOM = new Random();

  private static final int WRITERS = 16;
  private static final int ASKERS = 4;

  private Crews() {}

  /** They spend their time waiting for the ledger and the queue. */
  static Crew claims() {
    return new Crew(
        "claims", WRITERS, backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), Pause.real());
  }

  /** The provider's rate limit holds them back, not their number. */
  static Crew readBacks() {
    return new Crew(
        "read-backs", ASKERS, backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)), Pause.real());
  }

  static Backoff gap() {
    return backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
  }

  private static Backoff backoff(Duration first, Duration longest) {
    return new Backoff(first, longest, RANDOM);
  }
}
