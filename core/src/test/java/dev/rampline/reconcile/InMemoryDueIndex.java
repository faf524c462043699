package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The due index of an in-memory ledger. It is consistent at once and returns few at a time. */
public record InMemoryDueIndex(InMemoryLedger ledger) implements DueIndex {
  private static final int MAX_AT_ONCE = 3;

  @Override
  public Iterator<List<Subject>> findDue(Instant now, Deadline deadline) {
    return Stream.of(true, false)
        .flatMap(conflicts -> due(conflicts, now).gather(Gatherers.windowFixed(MAX_AT_ONCE)))
        .peek(_ -> requireTime(deadline))
        .iterator();
  }

  private Stream<Subject> due(boolean conflicts, Instant now) {
    return ledger.records().stream()
        .filter(record -> record.terminalStates().hasOpenConflict() == conflicts)
        .filter(record -> nextCheckAt(record).compareTo(now) <= 0)
        .sorted(Comparator.comparing(InMemoryDueIndex::nextCheckAt))
        .map(LedgerRecord::subject);
  }

  @Override
  public void postponeUnreadable(Subject subject, Instant nextCheckAt, Deadline deadline) {
    requireTime(deadline);
    if (ledger.read(subject, Ledger.Consistency.STRONG, deadline).orElse(null)
        instanceof LedgerRecord record) {
      ledger.write(record.withNextCheckAt(nextCheckAt, nextCheckAt), deadline);
    }
  }

  private static void requireTime(Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException("The deadline has passed", null);
    }
  }

  private static Instant nextCheckAt(LedgerRecord record) {
    Instant nextCheckAt = record.pendingChecks().nextCheckAt();
    return nextCheckAt == null ? Instant.MAX : nextCheckAt;
  }
}
