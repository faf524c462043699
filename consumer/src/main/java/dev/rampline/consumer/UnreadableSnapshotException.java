package dev.rampline.consumer;

/** An item that is no record of the ledger, as far as this code knows records. */
public final class UnreadableSnapshotException extends RuntimeException {
  UnreadableSnapshotException(String subject, RuntimeException cause) {
    super("No record of a ledger: " + subject, cause);
  }
}
