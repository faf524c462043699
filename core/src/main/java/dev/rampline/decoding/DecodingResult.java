package dev.rampline.decoding;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.quarantine.QuarantineReason;
import java.util.Objects;

/** The result of decoding a verified payload. */
public sealed interface DecodingResult {

  /**
   * An event about a subject.
   *
   * @param event the event
   * @param omittedFields number of known fields omitted because their value has the wrong type or
   *     exceeds a limit
   * @param withheld whether the payload may report a state that Rampline does not understand: it
   *     must be kept in quarantine, too
   */
  record WithEvent(VerifiedEvent event, int omittedFields, boolean withheld)
      implements DecodingResult {
    public WithEvent {
      Objects.requireNonNull(event, "event");
    }
  }

  /** A known event without a subject, such as a ping. */
  record Ignored() implements DecodingResult {}

  /** The payload cannot be placed: it must be kept in quarantine. */
  record Unplaceable(QuarantineReason reason) implements DecodingResult {
    public Unplaceable {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
