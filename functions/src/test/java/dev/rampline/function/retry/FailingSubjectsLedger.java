package dev.rampline.function.retry;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Optional;

/** A ledger that throws a given exception or error for some subjects and serves the others. */
record FailingSubjectsLedger(Ledger ledger, Map<Subject, ? extends Throwable> faults)
    implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    switch (faults.get(subject)) {
      case null -> {}
      case Error error -> throw error;
      case Throwable fault -> throw (RuntimeException) fault;
    }
    return ledger.read(subject, consistency, deadline);
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    return ledger.write(next, deadline);
  }
}
