package dev.rampline.ledger;

import dev.rampline.event.Subject;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An in-memory ledger that fulfills the complete contract. */
public final class InMemoryLedger implements Ledger {
  private final Map<Subject, Entry> entries = new ConcurrentHashMap<>();

  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    failIfPassed(deadline);
    return Optional.ofNullable(entries.get(subject));
  }

  @Override
  public synchronized WriteResult write(Entry next, Deadline deadline) {
    failIfPassed(deadline);
    Entry current = entries.get(next.subject());
    if (isNext(next, current)) {
      entries.put(next.subject(), next);
      return new WriteResult.Written();
    }
    if (current == null) {
      throw new LedgerUnavailableException("The record to replace was deleted", null);
    }
    return new WriteResult.Superseded(current);
  }

  @Override
  public synchronized WriteResult writeAll(List<? extends Entry> next, Deadline deadline) {
    failIfPassed(deadline);
    for (Entry entry : next) {
      Entry current = entries.get(entry.subject());
      if (current != null && !isNext(entry, current)) {
        return new WriteResult.Superseded(current);
      }
    }
    next.forEach(entry -> entries.put(entry.subject(), entry));
    return new WriteResult.Written();
  }

  /** Returns all records, in any order, without tombstones. */
  public List<LedgerRecord> records() {
    return entries.values().stream()
        .filter(LedgerRecord.class::isInstance)
        .map(LedgerRecord.class::cast)
        .toList();
  }

  private static boolean isNext(Entry next, @Nullable Entry current) {
    long number = current == null ? 0 : current.revision().number();
    return next.revision().number() == number + 1
        && (current == null
            || next.revision().earlierWriteId().map(current::hasWriteId).orElse(true));
  }

  private static void failIfPassed(Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException("The deadline has passed", null);
    }
  }
}
