package dev.rampline.decoding;

import dev.rampline.observation.Claim;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a message of the unsigned socket came to. */
public sealed interface SocketWord {

  /**
   * It says that a subject is in a state. Nobody vouches for it.
   *
   * @param claim what it says
   * @param providerId by which the provider's API can be asked about the subject; null: by none
   */
  record Told(Claim claim, @Nullable String providerId) implements SocketWord {
    public Told {
      Objects.requireNonNull(claim, "claim");
    }
  }

  /** The answer to a heartbeat. */
  record Pong() implements SocketWord {}

  /** It says nothing that is documented, or of nobody. */
  record Unknown() implements SocketWord {}
}
