package dev.rampline.verification;

/** The key document is invalid. The message says why and quotes nothing from the document. */
public final class InvalidKeysException extends RuntimeException {
  InvalidKeysException(String message) {
    super(message);
  }
}
