package dev.rampline.verification;

/** The document of keys cannot be used. The message says where it is wrong, and quotes nothing. */
public final class InvalidKeysException extends RuntimeException {
  InvalidKeysException(String message) {
    super(message);
  }
}
