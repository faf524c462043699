package dev.rampline.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the reconciliation came to.
 *
 * @param checked how many subjects it looked at
 * @param recovered what only the API had told
 * @param conflictsFound how many answers contradict an end that was recorded
 * @param conflictsResolved how many conflicts an answer settled
 * @param unknown how many subjects the API does not know
 * @param failed how many readings failed, each alone
 * @param unreadable how many records this version of the code cannot read
 * @param erased how many subjects it met that were forgotten
 * @param abandoned how many records are looked at no more
 * @param oldest when the oldest order was made that it looked at; null: that was not told
 * @param oldestOpen the oldest order that it looked at as due, and that is paid and has not ended;
 *     null: there was none
 * @param scanCompleted whether the list of orders was read to its end
 * @param stoppedBy the class of fault that ended a part of the run early; null: none did
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
