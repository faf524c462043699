package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The provider's API did not return the requested data. The message is a fixed text. */
public abstract sealed class ProviderException extends RuntimeException
    permits ProviderUnavailableException, UnreadableAnswerException {
  private final CallFailure failure;

  ProviderException(CallFailure failure, @Nullable Throwable cause) {
    super("The provider's API returned no data: " + failure.description(), cause);
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  /** Returns why. */
  public CallFailure failure() {
    return failure;
  }
}
