package dev.rampline.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one reconciliation run.
 *
 * @param counts how often something happened; an absent count is zero
 * @param recovered events that only the API delivered
 * @param failures what the run could not do
 * @param oldest creation time of the oldest checked order; null if unknown
 * @param oldestOpen the oldest checked order that is due, paid and has no terminal state; null if
 *     there is none
 * @param oldestUnconfirmed the oldest state of a checked record that the API has neither confirmed
 *     nor contradicted; null if there is none
 * @param oldestConflict the oldest open conflict of a checked record; null if there is none
 * @param scanCompleted whether the order list scan was completed
 */
public record ReconciliationReport(
    Map<Count, Integer> counts,
    List<RecoveredEvent> recovered,
    RunFailures failures,
    @Nullable Instant oldest,
    @Nullable WaitingSubject oldestOpen,
    @Nullable WaitingSubject oldestUnconfirmed,
    @Nullable WaitingSubject oldestConflict,
    boolean scanCompleted) {
  public ReconciliationReport {
    counts = Map.copyOf(counts);
    recovered = List.copyOf(recovered);
    Objects.requireNonNull(failures, "failures");
  }

  /** Returns how often that happened. */
  public int count(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /** What a run counts. */
  public enum Count {
    /** Checked subjects. */
    CHECKED,
    /** States that a response reported before any webhook did. */
    FIRST_REPORTED,
    /** Messages that were not sent; the relay sends them. */
    LEFT_TO_RELAY,
    /** Responses that contradict a recorded terminal state. */
    CONFLICT_FOUND,
    /** Conflicts that a response resolved. */
    CONFLICT_RESOLVED,
    /** States that a response confirmed. */
    CONFIRMED,
    /** Responses that contradict a signed terminal state or verdict. */
    DISAGREEMENT,
    /** Subjects that the API does not know. */
    UNKNOWN,
    /** Records that this version of the code cannot read. */
    UNREADABLE,
    /** Erased subjects that the run skipped. */
    ERASED,
    /** Records whose due check was canceled. */
    ABANDONED
  }
}
