package dev.rampline.reconcile;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells one subject that cannot be read from a provider that cannot be asked: a failure alone is
 * counted and passed over, so that it holds up no other; several in a row end the run. Not
 * thread-safe.
 */
final class FailureBudget {
  private static final int MAX_CONSECUTIVE_FAILURES = 3;

  private final RunCounters counters;
  private int consecutiveFailures;

  FailureBudget(RunCounters tally) {
    this.counters = tally;
  }

  /** What became of one reading. */
  Attempt attempt(Supplier<Optional<LookupResult>> reading) {
    try {
      Optional<LookupResult> read = reading.get();
      consecutiveFailures = 0;
      return read.<Attempt>map(Attempt.Answered::new).orElseGet(this::unknown);
    } catch (UnreadableAnswerException odd) {
      consecutiveFailures = 0;
      return failed();
    } catch (ProviderUnavailableException fault) {
      consecutiveFailures++;
      if (consecutiveFailures >= MAX_CONSECUTIVE_FAILURES) {
        throw fault;
      }
      return failed();
    }
  }

  private Attempt unknown() {
    counters.countUnknown();
    return new Attempt.Unknown();
  }

  private Attempt failed() {
    counters.countFailed();
    return new Attempt.Failed();
  }

  sealed interface Attempt {
    record Answered(LookupResult result) implements Attempt {}

    record Unknown() implements Attempt {}

    record Failed() implements Attempt {}
  }
}
