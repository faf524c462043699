package dev.rampline.consumer;

import java.time.Instant;
import java.util.Objects;

/** What the ledger knows about a subject. */
public sealed interface LedgerResult {

  /** The ledger has a record of the subject. */
  record Found(RecordSnapshot snapshot) implements LedgerResult {
    public Found {
      Objects.requireNonNull(snapshot, "snapshot");
    }
  }

  /**
   * The subject was erased permanently. No later message about it arrives, and its state can no
   * longer be read. Erase your own data about it too.
   *
   * @param erasedAt when it was erased
   */
  record Erased(Instant erasedAt) implements LedgerResult {
    public Erased {
      Objects.requireNonNull(erasedAt, "erasedAt");
    }
  }

  /**
   * The ledger has never heard of the subject. If a message about it has arrived, this is another
   * ledger, or one restored from a backup.
   */
  record Unknown() implements LedgerResult {}
}
