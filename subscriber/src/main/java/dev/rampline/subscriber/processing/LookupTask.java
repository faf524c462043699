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
 * Looks up a subject at the provider's API if its unverified event is still unresolved. After a few
 * failed attempts it leaves the subject to the reconciler, which finds it through the record's due
 * check.
 */
final class LookupTask implements WorkerPool.Task<Optional<String>> {
  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final int MAX_ATTEMPTS = 5;

  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;

  LookupTask(
      ProviderLookup lookup, Ledger ledger, ProcessorTelemetry telemetry, InstantSource clock) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  @Override
  public Outcome execute(Subject subject, Optional<String> providerId, int attempts) {
    try {
      read(subject, providerId, Deadline.after(BUDGET, clock));
      return Outcome.DONE;
    } catch (ProviderUnavailableException | LedgerUnavailableException down) {
      return failed(subject, down, attempts);
    } catch (UnreadableRecordException unreadable) {
      telemetry.logFailure(subject, Metric.UNREADABLE_RECORDS, unreadable);
      return Outcome.DONE;
    } catch (RuntimeException fault) {
      telemetry.logFailedLookup(subject, fault);
      return Outcome.DONE;
    }
  }

  private void read(Subject subject, Optional<String> providerId, Deadline deadline) {
    Optional<LedgerRecord> unverified =
        ledger
            .read(subject, Consistency.STRONG, deadline)
            .flatMap(LookupTask::withUnverifiedEvents);
    if (unverified.isEmpty()) {
      return;
    }
    telemetry.count(Metric.LOOKUPS);
    Optional<LookupResult> result =
        lookup.lookUp(unverified.get(), providerId.orElse(null), deadline);
    if (result.isEmpty()) {
      telemetry.count(Metric.UNKNOWN_TO_PROVIDER);
      return;
    }
    if (result.get().result().decision().hasNewVersion()) {
      telemetry.logResult(result.get(), Metric.UNVERIFIED_EVENTS_RESOLVED);
    }
  }

  private static Optional<LedgerRecord> withUnverifiedEvents(Entry entry) {
    return entry instanceof LedgerRecord record
            && !record.pendingChecks().unverifiedEvents().isEmpty()
        ? Optional.of(record)
        : Optional.empty();
  }

  private Outcome failed(Subject subject, RuntimeException down, int attempts) {
    if (attempts < MAX_ATTEMPTS) {
      if (attempts == 1) {
        telemetry.logLookupRetry(subject, down);
      }
      return Outcome.RETRY;
    }
    telemetry.logFailedLookup(subject, down);
    return Outcome.DONE;
  }
}
