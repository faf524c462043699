package dev.rampline.reconcile;

import org.jspecify.annotations.Nullable;

/** The provider's API could not be asked or did not answer in time: another try may succeed. */
public final class ProviderUnavailableException extends RuntimeException {
  public ProviderUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
