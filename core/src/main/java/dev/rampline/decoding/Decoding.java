package dev.rampline.decoding;

import dev.rampline.observation.Observation;
import java.util.Objects;

/** What a verified payload came to. */
public sealed interface Decoding {

  /**
   * A word on a subject.
   *
   * @param observation the word
   * @param leftOut how many known fields did not fit their type or bounds and were left out
   */
  record Observed(Observation observation, int leftOut) implements Decoding {
    public Observed {
      Objects.requireNonNull(observation, "observation");
    }
  }

  /** It speaks of nobody: a ping, or an order event without an order. */
  record NoSubject() implements Decoding {}
}
