package dev.rampline.ledger;

/**
 * The stored item is not a record, or contains a value that only a newer version of the code knows.
 * Retrying with this version does not help.
 */
public final class UnreadableRecordException extends RuntimeException {
  /** Do not log the cause's message: it may contain stored data. */
  public UnreadableRecordException(Throwable cause) {
    super("A record cannot be read", cause);
  }
}
