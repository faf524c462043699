package dev.rampline.decoding;

import dev.rampline.event.VerifiedEvent;
import java.util.Objects;

/** The result of decoding a verified payload. */
public sealed interface DecodingResult {

  /**
   * An event about a subject.
   *
   * @param event the event
   * @param omittedFields number of known fields omitted because their value has the wrong type or
   *     exceeds a limit
   */
  record WithEvent(VerifiedEvent event, int omittedFields) implements DecodingResult {
    public WithEvent {
      Objects.requireNonNull(event, "event");
    }
  }

  /** The payload has no subject: a ping, or an order event without an order. */
  record NoSubject() implements DecodingResult {}
}
