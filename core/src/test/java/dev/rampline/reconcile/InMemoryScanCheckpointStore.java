package dev.rampline.reconcile;

import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;

/** An in-memory checkpoint store. */
public final class InMemoryScanCheckpointStore implements ScanCheckpointStore {
  private ScanCheckpoint checkpoint = ScanCheckpoint.NONE;

  @Override
  public synchronized ScanCheckpoint read(Deadline deadline) {
    failIfPassed(deadline);
    return checkpoint;
  }

  @Override
  public synchronized boolean write(ScanCheckpoint next, Deadline deadline) {
    failIfPassed(deadline);
    if (next.revision() != checkpoint.revision() + 1) {
      return false;
    }
    checkpoint = next;
    return true;
  }

  private static void failIfPassed(Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException("The deadline has passed", null);
    }
  }
}
