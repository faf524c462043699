package dev.rampline.quarantine;

import org.jspecify.annotations.Nullable;

/** The quarantine did not accept a payload: the provider must send it again. */
public final class QuarantineUnavailableException extends RuntimeException {
  public QuarantineUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
