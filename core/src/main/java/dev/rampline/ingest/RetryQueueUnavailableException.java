package dev.rampline.ingest;

import org.jspecify.annotations.Nullable;

/** What the ledger could not take could not be kept elsewhere either. */
public final class RetryQueueUnavailableException extends RuntimeException {
  public RetryQueueUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
