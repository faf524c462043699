package dev.rampline.rotation;

import dev.rampline.failure.CallFailure;
import dev.rampline.time.Deadline;
import dev.rampline.verification.Secret;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests access tokens. Every response is returned as a value; none throws. */
@FunctionalInterface
public interface TokenProvider {
  /** Requests a new token. The provider may have issued one although no response arrived. */
  Reply requestToken(Secret apiKey, Secret apiSecret, Deadline deadline);

  /** The provider's response. */
  sealed interface Reply {
    /**
     * The provider issued a token.
     *
     * @param expiresAt when it expires; null if the response does not say
     */
    record Issued(Secret token, @Nullable Instant expiresAt) implements Reply {
      public Issued {
        Objects.requireNonNull(token, "token");
      }
    }

    /** The provider rejects these credentials; a retry does not help. */
    record Rejected(CallFailure failure) implements Reply {}

    /** The response contains no token. */
    record Unusable(CallFailure failure) implements Reply {}

    /** The provider is unavailable. */
    record Unavailable(CallFailure failure) implements Reply {}
  }
}
