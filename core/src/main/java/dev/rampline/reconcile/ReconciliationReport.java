package dev.rampline.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one reconciliation run.
 *
 * @param counts how often something happened; an absent count is zero
 * @param recovered events that only the API delivered
 * @param oldest creation time of the oldest checked order; null if unknown
 * @param oldestOpen the oldest checked order that is due, paid and has no terminal state; null if
 *     there is none
 * @param scanCompleted whether the order list scan was completed
 * @param stoppedBy class name of the fault that stopped a part of the run; null if there was none
 */
public record ReconciliationReport(
    Map<Count, Integer> counts,
    List<RecoveredEvent> recovered,
    @Nullable Instant oldest,
    @Nullable OpenOrder oldestOpen,
    boolean scanCompleted,
    @Nullable String stoppedBy) {
  public ReconciliationReport {
    counts = Map.copyOf(counts);
    recovered = List.copyOf(recovered);
  }

  /** Returns how often that happened. */
  public int count(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /** What a run counts. */
  public enum Count {
    /** Checked subjects. */
    CHECKED,
    /** Responses that contradict a recorded terminal state. */
    CONFLICT_FOUND,
    /** Conflicts that a response resolved. */
    CONFLICT_RESOLVED,
    /** Subjects that the API does not know. */
    UNKNOWN,
    /** Failed lookups. */
    FAILED,
    /** Records that this version of the code cannot read. */
    UNREADABLE,
    /** Erased subjects that the run skipped. */
    ERASED,
    /** Records whose due check was canceled. */
    ABANDONED
  }
}
