package dev.rampline.subscriber.intake;

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
import dev.rampline.subscriber.intake.Stage.Outcome;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks the API about a claimed subject, if its claim still stands. What cannot be answered is left
 * to the reconciler after a few tries: the record says that it wants a look.
 */
final class ReadBackWork implements Stage.Work<Optional<String>> {
  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final int MOST_TRIES = 5;

  private final ProviderLookup readBack;
  private final Ledger ledger;
  private final Telling telling;
  private final InstantSource clock;

  ReadBackWork(ProviderLookup readBack, Ledger ledger, Telling telling, InstantSource clock) {
    this.readBack = readBack;
    this.ledger = ledger;
    this.telling = telling;
    this.clock = clock;
  }

  @Override
  public Outcome on(Subject subject, Optional<String> providerId, int tries) {
    try {
      read(subject, providerId, Deadline.after(BUDGET, clock));
      return Outcome.DONE;
    } catch (ProviderUnavailableException | LedgerUnavailableException down) {
      return failed(subject, down, tries);
    } catch (UnreadableRecordException newer) {
      telling.failed(subject, Metric.UNREADABLE_RECORDS, newer);
      return Outcome.DONE;
    } catch (RuntimeException odd) {
      telling.failed(subject, Metric.READINGS_FAILED, odd);
      return Outcome.DONE;
    }
  }

  private void read(Subject subject, Optional<String> providerId, Deadline deadline) {
    Optional<LedgerRecord> claimed =
        ledger.read(subject, Consistency.STRONG, deadline).flatMap(ReadBackWork::claimed);
    if (claimed.isEmpty()) {
      return;
    }
    telling.count(Metric.READ_BACKS);
    Optional<LookupResult> answer =
        readBack.lookUp(claimed.get(), providerId.orElse(null), deadline);
    if (answer.isEmpty()) {
      telling.count(Metric.UNKNOWN_TO_PROVIDER);
      return;
    }
    if (answer.get().result().decision().hasNewVersion()) {
      telling.told(answer.get(), Metric.CLAIMS_ANSWERED);
    }
  }

  private static Optional<LedgerRecord> claimed(Entry entry) {
    return entry instanceof LedgerRecord record
            && !record.pendingChecks().unverifiedEvents().isEmpty()
        ? Optional.of(record)
        : Optional.empty();
  }

  private Outcome failed(Subject subject, RuntimeException down, int tries) {
    if (tries < MOST_TRIES) {
      return Outcome.HELD;
    }
    telling.failed(subject, Metric.READINGS_FAILED, down);
    return Outcome.DONE;
  }
}
