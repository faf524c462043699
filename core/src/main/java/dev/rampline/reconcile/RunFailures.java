package dev.rampline.reconcile;

import dev.rampline.failure.FailureCause;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reconciliation run could not do.
 *
 * @param failedLookups number of failed lookups by cause
 * @param skipped the first subjects whose lookup failed or whose record is unreadable
 * @param stops why parts of the run stopped early; empty if none did
 */
public record RunFailures(
    Map<FailureCause, Integer> failedLookups,
    List<SkippedSubject> skipped,
    List<StopReason> stops) {
  public RunFailures {
    failedLookups = Collections.unmodifiableMap(new TreeMap<>(failedLookups));
    skipped = List.copyOf(skipped);
    stops = List.copyOf(stops);
  }

  /** Returns the number of failed lookups. */
  public int count() {
    return failedLookups.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns whether a part of the run stopped early. */
  public boolean isStopped() {
    return !stops.isEmpty();
  }
}
