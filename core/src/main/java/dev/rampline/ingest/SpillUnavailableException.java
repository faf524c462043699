package dev.rampline.ingest;

import org.jspecify.annotations.Nullable;

/** What the ledger could not take could not be kept elsewhere either. */
public final class SpillUnavailableException extends RuntimeException {
  public SpillUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
