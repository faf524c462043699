package dev.rampline.ledger;

import dev.rampline.observation.Subject;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger that forgets at the end of the test; otherwise it keeps the whole contract. */
public final class InMemoryLedger implements Ledger {
  private final Map<Subject, LedgerRecord> records = new ConcurrentHashMap<>();

  @Override
  public Optional<LedgerRecord> read(Subject subject, Consistency consistency, Deadline deadline) {
    failIfPassed(deadline);
    return Optional.ofNullable(records.get(subject));
  }

  @Override
  public synchronized WriteResult write(LedgerRecord next, Deadline deadline) {
    failIfPassed(deadline);
    LedgerRecord current = records.get(next.subject());
    long number = current == null ? 0 : current.revision().number();
    if (next.revision().number() == number + 1) {
      records.put(next.subject(), next);
      return new WriteResult.Written();
    }
    if (current == null) {
      throw new LedgerUnavailableException("The record that was to be replaced is gone", null);
    }
    return new WriteResult.Superseded(current);
  }

  /** Every record, in no order. */
  public List<LedgerRecord> records() {
    return List.copyOf(records.values());
  }

  private static void failIfPassed(Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException("The deadline has passed", null);
    }
  }
}
