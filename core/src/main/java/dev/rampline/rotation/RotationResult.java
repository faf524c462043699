package dev.rampline.rotation;

import dev.rampline.failure.CallFailure;
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
   * @param call why the provider returned no token; null if the provider was not involved
   * @param fault why the keys could not be read or stored; null if another reason stopped the run
   */
  record Failed(
      RotationFailure failure, @Nullable CallFailure call, @Nullable RuntimeException fault)
      implements RotationResult {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }

    static Failed of(RotationFailure failure) {
      return new Failed(failure, null, null);
    }

    static Failed of(RotationFailure failure, CallFailure call) {
      return new Failed(failure, call, null);
    }

    static Failed of(RotationFailure failure, @Nullable RuntimeException fault) {
      return new Failed(failure, null, fault);
    }
  }
}
