package dev.rampline.reconcile;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.reconcile.FailureBudget.Attempt;
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
 * Processes the rows of one order list scan, each order once. It looks up every order whose row
 * differs from the record, because a row contains less than the response to a lookup and may be
 * stale. Not thread-safe.
 */
final class ListRowProcessor {
  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final RunCounters counters;
  private final FailureBudget failureBudget;
  private final boolean backfill;

  private final Set<Subject> seen = new HashSet<>();

  /** The time of the last update of each order that was looked up, if the response contains it. */
  private final Map<Subject, Optional<Instant>> lookedUp = new HashMap<>();

  ListRowProcessor(ProviderLookup lookup, Ledger ledger, RunCounters counters, boolean backfill) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.counters = counters;
    this.failureBudget = new FailureBudget(counters);
    this.backfill = backfill;
  }

  void process(List<VerifiedEvent> rows, Deadline deadline) {
    for (VerifiedEvent row : rows) {
      if (deadline.hasPassed()) {
        return;
      }
      if (seen.add(row.subject())) {
        counters.skipUnreadable(row.subject(), () -> check(row, deadline));
      }
    }
  }

  /** Returns whether the page's last order is known to have been updated before that time. */
  boolean hasReached(List<VerifiedEvent> rows, Instant until, Deadline deadline) {
    return lastUpdate(rows, deadline).filter(updatedAt -> updatedAt.isBefore(until)).isPresent();
  }

  /** Returns when the page's last order was updated; empty if the provider does not say. */
  Optional<Instant> lastUpdate(List<VerifiedEvent> rows, Deadline deadline) {
    if (rows.isEmpty() || deadline.hasPassed()) {
      return Optional.empty();
    }
    VerifiedEvent last = rows.getLast();
    if (!lookedUp.containsKey(last.subject())) {
      counters.skipUnreadable(
          last.subject(), () -> lookUpFull(last, entry(last, deadline), deadline));
    }
    return lookedUp.getOrDefault(last.subject(), Optional.empty());
  }

  private void check(VerifiedEvent row, Deadline deadline) {
    Entry entry = entry(row, deadline);
    if (entry instanceof Tombstone) {
      counters.countErased(row.subject());
      return;
    }
    counters.countChecked(row.subject());
    counters.trackOldest(row);
    if (!(entry instanceof LedgerRecord record && isUnchanged(row, record))) {
      lookUpFull(row, entry, deadline);
    }
  }

  private @Nullable Entry entry(VerifiedEvent row, Deadline deadline) {
    return ledger.read(row.subject(), Consistency.EVENTUAL, deadline).orElse(null);
  }

  private void lookUpFull(VerifiedEvent row, @Nullable Entry entry, Deadline deadline) {
    String id = Objects.requireNonNull(row.fields().values().get(Field.ORDER_ID.text()));
    long version = entry == null ? 0 : entry.version();
    Attempt attempt =
        failureBudget.attempt(
            row.subject(), false, () -> lookup.order(id, version, backfill, deadline));
    if (attempt instanceof Attempt.Failed && isShortOf(deadline)) {
      // The lookup was cut short: the next run reads this page again.
      throw new OutOfTimeException(null);
    }
    LookupResult result =
        attempt instanceof Attempt.Answered(LookupResult answer)
            ? answer
            : lookup.ingestRow(row, deadline);
    counters.countIngested(row.subject(), result);
    lookedUp.put(row.subject(), Optional.ofNullable(result.updatedAt()));
  }

  private static boolean isShortOf(Deadline deadline) {
    return deadline.remaining().compareTo(ProviderLookup.RESPONSE_BUDGET) < 0;
  }

  private static boolean isUnchanged(VerifiedEvent row, LedgerRecord record) {
    return !record.terminalStates().hasOpenConflict()
        && row.status().state() == record.state()
        && record.fields().plainValues().entrySet().containsAll(row.fields().values().entrySet());
  }
}
