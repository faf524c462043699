package dev.rampline.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not be asked or did not answer in time: the word must be kept elsewhere. */
public final class LedgerUnavailableException extends RuntimeException {
  public LedgerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
