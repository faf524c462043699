package dev.rampline.reconcile;

/**
 * A call to the provider's API ended without an answer because the caller's deadline left too
 * little time. This says nothing about the provider: the next run makes the call again.
 */
public final class OutOfTimeException extends ProviderUnavailableException {
  OutOfTimeException(Throwable cause) {
    super("The run has no time left", cause);
  }
}
