package dev.rampline.reconcile;

import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.observation.Subject;
import dev.rampline.reconcile.Patience.Attempt;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at every record whose time has come, each once, for as long as there is time. */
final class DueLook {
  private final ReadBack readBack;
  private final Ledger ledger;
  private final Agenda agenda;
  private final Postponement postponement;
  private final InstantSource clock;

  DueLook(ReadBack readBack, Ledger ledger, Agenda agenda, InstantSource clock) {
    this.readBack = readBack;
    this.ledger = ledger;
    this.agenda = agenda;
    this.postponement = new Postponement(ledger);
    this.clock = clock;
  }

  void run(Tally tally, Deadline deadline) {
    Patience patience = new Patience(tally);
    Set<Subject> seen = new HashSet<>();
    while (!deadline.hasPassed()) {
      List<Subject> due = agenda.due(clock.instant(), deadline).stream().filter(seen::add).toList();
      if (due.isEmpty()) {
        return;
      }
      for (Subject subject : due) {
        if (deadline.hasPassed()) {
          return;
        }
        tally.passesOverUnreadable(() -> look(subject, patience, tally, deadline));
      }
    }
  }

  /** The record that an answer has made. */
  private static Optional<LedgerRecord> hear(Subject subject, Attempt attempt, Tally tally) {
    if (attempt instanceof Attempt.Answered(Reading reading)) {
      tally.hears(reading.observation());
      tally.ingested(subject, reading.result());
      return reading.result().decision().next();
    }
    return Optional.empty();
  }

  private void look(Subject subject, Patience patience, Tally tally, Deadline deadline) {
    switch (ledger.read(subject, Consistency.STRONG, deadline).orElse(null)) {
      case null -> {}
      case Tombstone forgotten -> tally.passesOverForgotten(subject);
      case LedgerRecord record -> {
        if (Postponement.isDue(record, clock.instant())) {
          ask(record, patience, tally, deadline);
        }
      }
    }
  }

  private void ask(LedgerRecord record, Patience patience, Tally tally, Deadline deadline) {
    Subject subject = record.subject();
    tally.looksAt(subject);
    Attempt attempt = patience.attempt(() -> readBack.subject(record, deadline));
    tally.leaves(hear(subject, attempt, tally).orElse(record));
    Instant now = clock.instant();
    if (postponement.postpone(subject, !(attempt instanceof Attempt.Failed), now, deadline)) {
      tally.drops();
    }
  }
}
