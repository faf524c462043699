package dev.rampline.reconcile;

import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;

/** Stores the progress of the order list scan. Implementations are thread-safe. */
public interface ScanCheckpointStore {
  /**
   * Returns the last written checkpoint; {@link ScanCheckpoint#NONE} before the first write.
   *
   * @throws LedgerUnavailableException if the store is unavailable, throttles, or does not respond
   *     before the deadline
   */
  ScanCheckpoint read(Deadline deadline);

  /**
   * Replaces the previous revision.
   *
   * @return whether it was written; false if another run has written since
   * @throws LedgerUnavailableException if the store is unavailable, throttles, or does not respond
   *     before the deadline; it may have been written nevertheless
   */
  boolean write(ScanCheckpoint next, Deadline deadline);
}
