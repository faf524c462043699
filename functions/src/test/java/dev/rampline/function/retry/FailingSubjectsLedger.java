package dev.rampline.function.retry;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Optional;

/** A ledger that throws a given exception for some subjects and serves the others. */
record FailingSubjectsLedger(Ledger ledger, Map<Subject, RuntimeException> faults)
    implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    if (faults.containsKey(subject)) {
      throw faults.get(subject);
    }
    return ledger.read(subject, consistency, deadline);
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    return ledger.write(next, deadline);
  }
}
