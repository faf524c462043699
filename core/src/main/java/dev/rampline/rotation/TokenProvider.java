package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.Secret;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives access tokens. Whatever it answers is a value; it never throws for an answer. */
@FunctionalInterface
public interface TokenProvider {
  /** Asks for a new token. One may have been made although the answer did not arrive. */
  Reply requestToken(Secret apiKey, Secret apiSecret, Deadline deadline);

  /** What it answered. */
  sealed interface Reply {
    /**
     * A token.
     *
     * @param expiresAt when it ends; null: that was not told
     */
    record Issued(Secret token, @Nullable Instant expiresAt) implements Reply {
      public Issued {
        Objects.requireNonNull(token, "token");
      }
    }

    /** It will not give one to these credentials, whoever asks again. */
    record Refused(int status) implements Reply {}

    /** It answered with something that is no token. */
    record Unusable(int status) implements Reply {}

    /**
     * It cannot now.
     *
     * @param status of its last answer; 0: there was none in time
     */
    record Unavailable(int status) implements Reply {}
  }
}
