package dev.rampline.rotation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run has come to. */
public sealed interface RotationResult {

  /**
   * The token at hand is the one to use.
   *
   * @param expiresAt when it ends
   */
  record Current(Instant expiresAt) implements RotationResult {
    public Current {
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * A new token is stored, with the earlier ones.
   *
   * @param expiresAt when it ends
   */
  record Renewed(Instant expiresAt) implements RotationResult {
    public Renewed {
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * The document is as it was, unless another run has changed it.
   *
   * @param status of the provider's last answer; null: it had no part in this
   */
  record Failed(RotationFailure failure, @Nullable Integer status) implements RotationResult {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }

    static Failed of(RotationFailure failure) {
      return new Failed(failure, null);
    }
  }
}
