package dev.rampline.consumer;

/** An item of the table is not a ledger record that this version can read. */
public final class UnreadableSnapshotException extends RuntimeException {
  UnreadableSnapshotException(RuntimeException cause) {
    super("Not a readable ledger record", cause);
  }
}
