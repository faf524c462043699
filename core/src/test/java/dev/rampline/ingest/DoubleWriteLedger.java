package dev.rampline.ingest;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger whose client repeats each write because the first response was lost. */
record DoubleWriteLedger(Ledger ledger) implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    return ledger.read(subject, consistency, deadline);
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    ledger.write(next, deadline);
    return ledger.write(next, deadline);
  }
}
