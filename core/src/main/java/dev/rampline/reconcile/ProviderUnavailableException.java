package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import org.jspecify.annotations.Nullable;

/** The provider's API is unavailable or did not respond in time: a retry may succeed. */
public sealed class ProviderUnavailableException extends ProviderException
    permits OutOfTimeException {
  public ProviderUnavailableException(CallFailure failure, @Nullable Throwable cause) {
    super(failure, cause);
  }
}
