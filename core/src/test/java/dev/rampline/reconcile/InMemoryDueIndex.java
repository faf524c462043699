package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The due index of an in-memory ledger. It is consistent at once and returns few at a time. */
public record InMemoryDueIndex(InMemoryLedger ledger) implements DueIndex {
  private static final int MAX_AT_ONCE = 3;

  @Override
  public List<Subject> findDue(Instant now, Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException("The deadline has passed", null);
    }
    return ledger.records().stream()
        .filter(record -> nextCheckAt(record).compareTo(now) <= 0)
        .sorted(Comparator.comparing(InMemoryDueIndex::nextCheckAt))
        .limit(MAX_AT_ONCE)
        .map(LedgerRecord::subject)
        .toList();
  }

  private static Instant nextCheckAt(LedgerRecord record) {
    Instant nextCheckAt = record.pendingChecks().nextCheckAt();
    return nextCheckAt == null ? Instant.MAX : nextCheckAt;
  }
}
