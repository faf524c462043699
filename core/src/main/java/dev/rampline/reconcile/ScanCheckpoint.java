package dev.rampline.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored progress of the order list scan.
 *
 * @param revision increases by 1 with every write
 * @param lastCompletedStart when the last completed scan started; null if none was completed
 * @param current the scan in progress; null if there is none
 */
public record ScanCheckpoint(
    long revision, @Nullable Instant lastCompletedStart, @Nullable ScanProgress current) {
  /** No scan was started yet. */
  public static final ScanCheckpoint NONE = new ScanCheckpoint(0, null, null);

  /** Returns the scan in progress, or a new one. */
  ScanProgress currentOrNext(Instant now, LookbackWindow window) {
    if (current != null) {
      return current;
    }
    return lastCompletedStart == null
        ? new ScanProgress(now, now.minus(window.initialLookback()), 1, true)
        : new ScanProgress(now, lastCompletedStart.minus(window.overlap()), 1, false);
  }

  /** Returns the checkpoint with this scan in progress. */
  ScanCheckpoint withProgress(ScanProgress next) {
    return new ScanCheckpoint(revision + 1, lastCompletedStart, next);
  }

  /** Returns the checkpoint after this scan is completed. */
  ScanCheckpoint withCompleted(ScanProgress completed) {
    return new ScanCheckpoint(revision + 1, completed.startedAt(), null);
  }
}
