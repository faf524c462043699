package dev.rampline.ingest;

import org.jspecify.annotations.Nullable;

/** The dead-letter queue did not accept a message: the sender must deliver it again. */
public final class DeadLettersUnavailableException extends RuntimeException {
  public DeadLettersUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
