package dev.rampline.reconcile;

import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;

/** Remembers how far the list of orders was read. Implementations are thread-safe. */
public interface ScanCheckpointStore {
  /**
   * What the last write left; {@link ScanCheckpoint#NONE} before the first.
   *
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline
   */
  ScanCheckpoint read(Deadline deadline);

  /**
   * Puts it in the place of the revision before it.
   *
   * @return whether it stands; false: another run has written since
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline; it may have been written all the same
   */
  boolean write(ScanCheckpoint next, Deadline deadline);
}
