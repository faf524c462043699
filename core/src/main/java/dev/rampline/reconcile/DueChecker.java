package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.reconcile.FailureBudget.Attempt;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at every record whose time has come, each once, for as long as there is time. */
final class DueChecker {
  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final DueIndex dueIndex;
  private final NextCheckScheduler scheduler;
  private final InstantSource clock;

  DueChecker(ProviderLookup readBack, Ledger ledger, DueIndex agenda, InstantSource clock) {
    this.lookup = readBack;
    this.ledger = ledger;
    this.dueIndex = agenda;
    this.scheduler = new NextCheckScheduler(ledger);
    this.clock = clock;
  }

  void run(RunCounters tally, Deadline deadline) {
    FailureBudget patience = new FailureBudget(tally);
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
        tally.skipUnreadable(() -> check(subject, patience, tally, deadline));
      }
    }
  }

  /** The record that an answer has made. */
  private static Optional<LedgerRecord> ingestedRecord(
      Subject subject, Attempt attempt, RunCounters tally) {
    if (attempt instanceof Attempt.Answered(LookupResult reading)) {
      tally.trackOldest(reading.event());
      tally.countIngested(subject, reading.result());
      return reading.result().decision().nextRecord();
    }
    return Optional.empty();
  }

  private void check(
      Subject subject, FailureBudget patience, RunCounters tally, Deadline deadline) {
    switch (ledger.read(subject, Consistency.STRONG, deadline).orElse(null)) {
      case null -> {}
      case Tombstone forgotten -> tally.countErased(subject);
      case LedgerRecord record -> {
        if (NextCheckScheduler.isDue(record, clock.instant())) {
          lookUp(record, patience, tally, deadline);
        }
      }
    }
  }

  private void lookUp(
      LedgerRecord record, FailureBudget patience, RunCounters tally, Deadline deadline) {
    Subject subject = record.subject();
    tally.countChecked(subject);
    Attempt attempt = patience.attempt(() -> lookup.lookUp(record, deadline));
    tally.trackOpenOrder(ingestedRecord(subject, attempt, tally).orElse(record));
    Instant now = clock.instant();
    if (scheduler.postpone(subject, !(attempt instanceof Attempt.Failed), now, deadline)) {
      tally.countAbandoned();
    }
  }
}
