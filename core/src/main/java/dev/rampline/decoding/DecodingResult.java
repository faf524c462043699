package dev.rampline.decoding;

import dev.rampline.event.VerifiedEvent;
import java.util.Objects;

/** What a verified payload came to. */
public sealed interface DecodingResult {

  /**
   * A word on a subject.
   *
   * @param event the word
   * @param omittedFields how many known fields did not fit their type or bounds and were left out
   */
  record WithEvent(VerifiedEvent event, int omittedFields) implements DecodingResult {
    public WithEvent {
      Objects.requireNonNull(event, "observation");
    }
  }

  /** It speaks of nobody: a ping, or an order event without an order. */
  record NoSubject() implements DecodingResult {}
}
