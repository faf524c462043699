package dev.rampline.reconcile;

import org.jspecify.annotations.Nullable;

/** The provider's API is unavailable or did not respond in time: a retry may succeed. */
public sealed class ProviderUnavailableException extends RuntimeException
    permits OutOfTimeException {
  public ProviderUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
