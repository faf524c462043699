package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.reconcile.LookupResult;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.subscriber.processing.WorkerPool.Outcome;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks the API about a claimed subject, if its claim still stands. What cannot be answered is left
 * to the reconciler after a few tries: the record says that it wants a look.
 */
final class LookupTask implements WorkerPool.Task<Optional<String>> {
  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final int MAX_ATTEMPTS = 5;

  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;

  LookupTask(
      ProviderLookup readBack, Ledger ledger, ProcessorTelemetry telling, InstantSource clock) {
    this.lookup = readBack;
    this.ledger = ledger;
    this.telemetry = telling;
    this.clock = clock;
  }

  @Override
  public Outcome execute(Subject subject, Optional<String> providerId, int tries) {
    try {
      read(subject, providerId, Deadline.after(BUDGET, clock));
      return Outcome.DONE;
    } catch (ProviderUnavailableException | LedgerUnavailableException down) {
      return failed(subject, down, tries);
    } catch (UnreadableRecordException newer) {
      telemetry.logFailure(subject, Metric.UNREADABLE_RECORDS, newer);
      return Outcome.DONE;
    } catch (RuntimeException odd) {
      telemetry.logFailure(subject, Metric.LOOKUPS_FAILED, odd);
      return Outcome.DONE;
    }
  }

  private void read(Subject subject, Optional<String> providerId, Deadline deadline) {
    Optional<LedgerRecord> claimed =
        ledger
            .read(subject, Consistency.STRONG, deadline)
            .flatMap(LookupTask::withUnverifiedEvents);
    if (claimed.isEmpty()) {
      return;
    }
    telemetry.count(Metric.LOOKUPS);
    Optional<LookupResult> answer = lookup.lookUp(claimed.get(), providerId.orElse(null), deadline);
    if (answer.isEmpty()) {
      telemetry.count(Metric.UNKNOWN_TO_PROVIDER);
      return;
    }
    if (answer.get().result().decision().hasNewVersion()) {
      telemetry.logResult(answer.get(), Metric.UNVERIFIED_EVENTS_RESOLVED);
    }
  }

  private static Optional<LedgerRecord> withUnverifiedEvents(Entry entry) {
    return entry instanceof LedgerRecord record
            && !record.pendingChecks().unverifiedEvents().isEmpty()
        ? Optional.of(record)
        : Optional.empty();
  }

  private Outcome failed(Subject subject, RuntimeException down, int tries) {
    if (tries < MAX_ATTEMPTS) {
      return Outcome.RETRY;
    }
    telemetry.logFailure(subject, Metric.LOOKUPS_FAILED, down);
    return Outcome.DONE;
  }
}
