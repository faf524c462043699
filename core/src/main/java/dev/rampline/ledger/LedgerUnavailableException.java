package dev.rampline.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger is unavailable or did not respond in time: the event must be stored elsewhere. */
public final class LedgerUnavailableException extends RuntimeException {
  public LedgerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
