package dev.rampline.decoding;

import dev.rampline.event.UnverifiedEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a message of the unsigned socket came to. */
public sealed interface SocketDecodingResult {

  /**
   * It says that a subject is in a state. Nobody vouches for it.
   *
   * @param event what it says
   * @param providerId by which the provider's API can be asked about the subject; null: by none
   */
  record Update(UnverifiedEvent event, @Nullable String providerId)
      implements SocketDecodingResult {
    public Update {
      Objects.requireNonNull(event, "claim");
    }
  }

  /** The answer to a heartbeat. */
  record Pong() implements SocketDecodingResult {}

  /** It says nothing that is documented, or of nobody. */
  record Unknown() implements SocketDecodingResult {}
}
