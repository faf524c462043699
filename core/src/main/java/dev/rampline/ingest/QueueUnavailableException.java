package dev.rampline.ingest;

import org.jspecify.annotations.Nullable;

/** A queue did not confirm in time that it has a message. */
public final class QueueUnavailableException extends RuntimeException {
  public QueueUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
