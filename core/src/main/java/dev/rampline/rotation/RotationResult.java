package dev.rampline.rotation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of a rotation run. */
public sealed interface RotationResult {

  /**
   * The current token needs no renewal.
   *
   * @param expiresAt when it expires
   */
  record Current(Instant expiresAt) implements RotationResult {
    public Current {
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * A new token is stored, with the earlier ones.
   *
   * @param expiresAt when it expires
   */
  record Renewed(Instant expiresAt) implements RotationResult {
    public Renewed {
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * The run did not change the document.
   *
   * @param status HTTP status of the provider's last response; null if the provider was not
   *     involved
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
