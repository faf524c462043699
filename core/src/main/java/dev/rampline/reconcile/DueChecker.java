package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.reconcile.FailureBudget.Attempt;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the due checks: looks up every due record once, until the deadline. */
final class DueChecker {
  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final DueIndex dueIndex;
  private final NextCheckScheduler scheduler;
  private final InstantSource clock;

  DueChecker(ProviderLookup lookup, Ledger ledger, DueIndex dueIndex, InstantSource clock) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.dueIndex = dueIndex;
    this.scheduler = new NextCheckScheduler(ledger);
    this.clock = clock;
  }

  void run(RunCounters counters, Deadline deadline) {
    FailureBudget failureBudget = new FailureBudget(counters);
    Set<Subject> seen = new HashSet<>();
    while (!deadline.hasPassed()) {
      List<Subject> due =
          dueIndex.findDue(clock.instant(), deadline).stream().filter(seen::add).toList();
      if (due.isEmpty()) {
        return;
      }
      for (Subject subject : due) {
        if (deadline.hasPassed()) {
          return;
        }
        counters.skipUnreadable(subject, () -> check(subject, failureBudget, counters, deadline));
      }
    }
  }

  /** Returns the record that the response created, if any. */
  private static Optional<LedgerRecord> ingestedRecord(
      Subject subject, Attempt attempt, RunCounters counters) {
    if (attempt instanceof Attempt.Answered(LookupResult result)) {
      counters.trackOldest(result.event());
      counters.countIngested(subject, result.result());
      return result.result().decision().nextRecord();
    }
    return Optional.empty();
  }

  private void check(
      Subject subject, FailureBudget failureBudget, RunCounters counters, Deadline deadline) {
    switch (ledger.read(subject, Consistency.STRONG, deadline).orElse(null)) {
      case null -> {}
      case Tombstone tombstone -> counters.countErased(subject);
      case LedgerRecord record -> {
        if (NextCheckScheduler.isDue(record, clock.instant())) {
          lookUp(record, failureBudget, counters, deadline);
        }
      }
    }
  }

  private void lookUp(
      LedgerRecord record, FailureBudget failureBudget, RunCounters counters, Deadline deadline) {
    Subject subject = record.subject();
    counters.countChecked(subject);
    Attempt attempt = failureBudget.attempt(subject, () -> lookup.lookUp(record, deadline));
    counters.trackOpenOrder(ingestedRecord(subject, attempt, counters).orElse(record));
    Instant now = clock.instant();
    if (scheduler.postpone(subject, !(attempt instanceof Attempt.Failed), now, deadline)) {
      counters.count(Count.ABANDONED);
    }
  }
}
