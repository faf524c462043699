package dev.rampline.verification;

/** No key could be had: nothing can be verified, and the provider must keep its copy. */
public final class KeysUnavailableException extends RuntimeException {
  /** The cause's message is not to be logged: it may name what it could not read. */
  public KeysUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
