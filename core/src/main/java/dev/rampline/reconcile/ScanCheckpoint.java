package dev.rampline.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the list of orders was read.
 *
 * @param revision of what is remembered: every write adds 1
 * @param lastCompletedStart when the last pass began that came to its end; null: none did
 * @param current the one under way; null: none is
 */
public record ScanCheckpoint(
    long revision, @Nullable Instant lastCompletedStart, @Nullable ScanProgress current) {
  /** No pass was ever begun. */
  public static final ScanCheckpoint NONE = new ScanCheckpoint(0, null, null);

  /** The pass under way, or the next. */
  ScanProgress currentOrNext(Instant now, LookbackWindow reach) {
    if (current != null) {
      return current;
    }
    return lastCompletedStart == null
        ? new ScanProgress(now, now.minus(reach.initialLookback()), 1, true)
        : new ScanProgress(now, lastCompletedStart.minus(reach.overlap()), 1, false);
  }

  /** With that pass still to be gone on with. */
  ScanCheckpoint withProgress(ScanProgress next) {
    return new ScanCheckpoint(revision + 1, lastCompletedStart, next);
  }

  /** With that pass at its end. */
  ScanCheckpoint withCompleted(ScanProgress last) {
    return new ScanCheckpoint(revision + 1, last.startedAt(), null);
  }
}
