package dev.rampline.alarm;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Optional;
import java.util.function.Supplier;

/** A ledger whose reads always fail with the given exception. */
record FaultyLedger(Ledger ledger, Supplier<RuntimeException> fault) implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    throw fault.get();
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    return ledger.write(next, deadline);
  }
}
