package dev.rampline.decoding;

import dev.rampline.event.UnverifiedEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of decoding a message of the unsigned socket. */
public sealed interface SocketDecodingResult {

  /**
   * An unverified event: a subject's reported state.
   *
   * @param event the event
   * @param providerId the subject's id for an API lookup; null if there is none
   */
  record Update(UnverifiedEvent event, @Nullable String providerId)
      implements SocketDecodingResult {
    public Update {
      Objects.requireNonNull(event, "event");
    }
  }

  /** A heartbeat response. */
  record Pong() implements SocketDecodingResult {}

  /** A message without a documented meaning or without a subject. */
  record Unknown() implements SocketDecodingResult {}
}
