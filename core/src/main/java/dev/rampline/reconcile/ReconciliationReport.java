package dev.rampline.reconcile;

import dev.rampline.failure.FailureCause;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of one reconciliation run.
 *
 * @param checked number of checked subjects
 * @param recovered events that only the API delivered
 * @param conflictsFound number of responses that contradict a recorded terminal state
 * @param conflictsResolved number of conflicts that a response resolved
 * @param unknown number of subjects that the API does not know
 * @param failedLookups number of failed lookups by cause
 * @param unreadable number of records that this version of the code cannot read
 * @param erased number of erased subjects that the run skipped
 * @param abandoned number of records whose due check was canceled
 * @param oldest creation time of the oldest checked order; null if unknown
 * @param oldestOpen the oldest checked order that is due, paid and has no terminal state; null if
 *     there is none
 * @param scanCompleted whether the order list scan was completed
 * @param skipped the first subjects whose lookup failed or whose record is unreadable
 * @param stops why parts of the run stopped early; empty if none did
 */
public record ReconciliationReport(
    int checked,
    List<RecoveredEvent> recovered,
    int conflictsFound,
    int conflictsResolved,
    int unknown,
    Map<FailureCause, Integer> failedLookups,
    int unreadable,
    int erased,
    int abandoned,
    @Nullable Instant oldest,
    @Nullable OpenOrder oldestOpen,
    boolean scanCompleted,
    List<SkippedSubject> skipped,
    List<StopReason> stops) {
  public ReconciliationReport {
    recovered = List.copyOf(recovered);
    failedLookups = Collections.unmodifiableMap(new TreeMap<>(failedLookups));
    skipped = List.copyOf(skipped);
    stops = List.copyOf(stops);
  }

  /** Returns the number of failed lookups. */
  public int failed() {
    return failedLookups.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns whether a part of the run stopped early. */
  public boolean isStopped() {
    return !stops.isEmpty();
  }
}
