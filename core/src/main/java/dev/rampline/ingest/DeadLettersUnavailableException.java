package dev.rampline.ingest;

import org.jspecify.annotations.Nullable;

/** What can never be taken could not be put aside either: it has to come again. */
public final class DeadLettersUnavailableException extends RuntimeException {
  public DeadLettersUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
