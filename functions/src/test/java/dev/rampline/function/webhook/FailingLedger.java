package dev.rampline.function.webhook;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger whose every call runs the same fault. */
record FailingLedger(Runnable fault) implements Ledger {

  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    fault.run();
    return Optional.empty();
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    fault.run();
    return new WriteResult.Written();
  }
}
