package dev.rampline.verification;

/** No keys are available: nothing can be verified, and the provider must send the webhook again. */
public final class KeysUnavailableException extends RuntimeException {
  /** Do not log the cause's message: it may contain the name of the secret. */
  public KeysUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
