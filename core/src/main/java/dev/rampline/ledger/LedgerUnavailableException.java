package dev.rampline.ledger;

import dev.rampline.failure.FailureCause;
import org.jspecify.annotations.Nullable;

/** The ledger is unavailable or did not respond in time: the event must be stored elsewhere. */
public final class LedgerUnavailableException extends RuntimeException {
  private final FailureCause failureCause;

  public LedgerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failureCause = FailureCause.LEDGER_UNAVAILABLE;
  }

  /** Creates an exception for a cause that is not a fault of the ledger's service. */
  public LedgerUnavailableException(FailureCause failureCause) {
    super("The ledger is unavailable: " + failureCause.description());
    this.failureCause = failureCause;
  }

  /** Returns why, if no exception caused it. */
  public FailureCause failureCause() {
    return failureCause;
  }
}
