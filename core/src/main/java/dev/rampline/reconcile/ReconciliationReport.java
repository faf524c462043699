package dev.rampline.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one reconciliation run.
 *
 * @param checked number of checked subjects
 * @param recovered events that only the API delivered
 * @param conflictsFound number of responses that contradict a recorded terminal state
 * @param conflictsResolved number of conflicts that a response resolved
 * @param unknown number of subjects that the API does not know
 * @param failed number of failed lookups
 * @param unreadable number of records that this version of the code cannot read
 * @param erased number of erased subjects that the run skipped
 * @param abandoned number of records whose due check was canceled
 * @param oldest creation time of the oldest checked order; null if unknown
 * @param oldestOpen the oldest checked order that is due, paid and has no terminal state; null if
 *     there is none
 * @param scanCompleted whether the order list scan was completed
 * @param stoppedBy the part of the run that a fault stopped first, and the fault, such as {@code
 *     order list: The provider answered 403}; null if there was none
 */
public record ReconciliationReport(
    int checked,
    List<RecoveredEvent> recovered,
    int conflictsFound,
    int conflictsResolved,
    int unknown,
    int failed,
    int unreadable,
    int erased,
    int abandoned,
    @Nullable Instant oldest,
    @Nullable OpenOrder oldestOpen,
    boolean scanCompleted,
    @Nullable String stoppedBy) {
  public ReconciliationReport {
    recovered = List.copyOf(recovered);
  }
}
