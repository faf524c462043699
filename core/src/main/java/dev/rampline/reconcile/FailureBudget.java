package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.reconcile.ReconciliationReport.Count;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stops the use of one endpoint after {@value #MAX_CONSECUTIVE_FAILURES} consecutive failures,
 * which mean that it is unavailable. A single failure is counted and skipped, so that it does not
 * block other subjects. A subject whose lookups failed before says nothing about the endpoint:
 * there may be ids to which it never answers. A call for which there is no time is not a failure.
 * Not thread-safe.
 */
final class FailureBudget {
  private static final int MAX_CONSECUTIVE_FAILURES = 3;

  private final RunCounters counters;
  private int consecutiveFailures;

  FailureBudget(RunCounters counters) {
    this.counters = counters;
  }

  /**
   * Runs a lookup of the subject and returns its result.
   *
   * @param hasFailedBefore whether the last lookup of the subject failed
   */
  Attempt attempt(
      Subject subject, boolean hasFailedBefore, Supplier<Optional<LookupResult>> lookup) {
    try {
      Optional<LookupResult> result = lookup.get();
      consecutiveFailures = 0;
      return result.<Attempt>map(Attempt.Answered::new).orElseGet(this::unknown);
    } catch (UnreadableAnswerException unreadable) {
      consecutiveFailures = 0;
      return failed(subject, unreadable);
    } catch (OutOfTimeException late) {
      throw late;
    } catch (ProviderUnavailableException fault) {
      consecutiveFailures += hasFailedBefore ? 0 : 1;
      if (consecutiveFailures >= MAX_CONSECUTIVE_FAILURES) {
        throw fault;
      }
      return failed(subject, fault);
    }
  }

  private Attempt unknown() {
    counters.count(Count.UNKNOWN);
    return new Attempt.Unknown();
  }

  private Attempt failed(Subject subject, ProviderException fault) {
    counters.countFailed(subject, fault);
    return new Attempt.Failed();
  }

  sealed interface Attempt {
    record Answered(LookupResult result) implements Attempt {}

    record Unknown() implements Attempt {}

    record Failed() implements Attempt {}
  }
}
