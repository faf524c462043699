package dev.rampline.ingest;

import org.jspecify.annotations.Nullable;

/** The retry queue did not accept an event that the ledger did not accept either. */
public final class RetryQueueUnavailableException extends RuntimeException {
  public RetryQueueUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
