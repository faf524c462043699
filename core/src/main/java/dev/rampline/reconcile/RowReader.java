package dev.rampline.reconcile;

import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.observation.Field;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Subject;
import dev.rampline.reconcile.Patience.Attempt;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the rows of one run, each order once: reads those in full that tell anything else than
 * the record. A row says too little, and too late, to be believed where an answer can be had. Not
 * thread-safe.
 */
final class RowReader {
  private final ReadBack readBack;
  private final Ledger ledger;
  private final Tally tally;
  private final Patience patience;
  private final boolean backfill;

  private final Set<Subject> met = new HashSet<>();

  /** When each order was updated that was asked for in full, where the answer said so. */
  private final Map<Subject, Optional<Instant>> asked = new HashMap<>();

  RowReader(ReadBack readBack, Ledger ledger, Tally tally, boolean backfill) {
    this.readBack = readBack;
    this.ledger = ledger;
    this.tally = tally;
    this.patience = new Patience(tally);
    this.backfill = backfill;
  }

  void read(List<Observation> rows, Deadline deadline) {
    for (Observation row : rows) {
      if (deadline.hasPassed()) {
        return;
      }
      if (met.add(row.subject())) {
        tally.passesOverUnreadable(() -> look(row, deadline));
      }
    }
  }

  /** Whether the last of the rows was last updated before that moment. */
  boolean reach(List<Observation> rows, Instant until, Deadline deadline) {
    if (rows.isEmpty() || deadline.hasPassed()) {
      return false;
    }
    Observation last = rows.getLast();
    if (!asked.containsKey(last.subject())) {
      tally.passesOverUnreadable(() -> askInFull(last, entry(last, deadline), deadline));
    }
    return asked
        .getOrDefault(last.subject(), Optional.empty())
        .filter(updatedAt -> updatedAt.isBefore(until))
        .isPresent();
  }

  private void look(Observation row, Deadline deadline) {
    Entry entry = entry(row, deadline);
    if (entry instanceof Tombstone) {
      tally.passesOverForgotten(row.subject());
      return;
    }
    tally.looksAt(row.subject());
    tally.hears(row);
    if (!(entry instanceof LedgerRecord record && tellsNothingElse(row, record))) {
      askInFull(row, entry, deadline);
    }
  }

  private @Nullable Entry entry(Observation row, Deadline deadline) {
    return ledger.read(row.subject(), Consistency.EVENTUAL, deadline).orElse(null);
  }

  private void askInFull(Observation row, @Nullable Entry entry, Deadline deadline) {
    String id = Objects.requireNonNull(row.details().values().get(Field.ORDER_ID.text()));
    long version = entry == null ? 0 : entry.version();
    Attempt attempt = patience.attempt(() -> readBack.order(id, version, backfill, deadline));
    Reading reading =
        attempt instanceof Attempt.Answered(Reading answer) ? answer : readBack.row(row, deadline);
    tally.ingested(row.subject(), reading.result());
    asked.put(row.subject(), Optional.ofNullable(reading.updatedAt()));
  }

  private static boolean tellsNothingElse(Observation row, LedgerRecord record) {
    return row.word().state() == record.state()
        && record.facts().plain().entrySet().containsAll(row.details().values().entrySet());
  }
}
