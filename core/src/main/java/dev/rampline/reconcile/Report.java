package dev.rampline.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the reconciliation came to.
 *
 * @param lookedAt how many subjects it looked at
 * @param repairs what only the API had told
 * @param conflictsFound how many answers contradict an end that was recorded
 * @param conflictsSettled how many conflicts an answer settled
 * @param unknown how many subjects the API does not know
 * @param failed how many readings failed, each alone
 * @param unreadable how many records this version of the code cannot read
 * @param forgotten how many subjects it met that were forgotten
 * @param dropped how many records are looked at no more
 * @param oldest when the oldest order was made that it looked at; null: that was not told
 * @param oldestOpen the oldest order that it looked at as due, and that is paid and has not ended;
 *     null: there was none
 * @param passCompleted whether the list of orders was read to its end
 * @param stoppedBy the class of fault that ended a part of the run early; null: none did
 */
public record Report(
    int lookedAt,
    List<Repair> repairs,
    int conflictsFound,
    int conflictsSettled,
    int unknown,
    int failed,
    int unreadable,
    int forgotten,
    int dropped,
    @Nullable Instant oldest,
    @Nullable OpenOrder oldestOpen,
    boolean passCompleted,
    @Nullable String stoppedBy) {
  public Report {
    repairs = List.copyOf(repairs);
  }
}
