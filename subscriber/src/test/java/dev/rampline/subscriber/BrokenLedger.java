package dev.rampline.subscriber;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger that throws an unexpected exception for every call. */
final class BrokenLedger implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    throw new IllegalStateException("Injected bug");
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    throw new IllegalStateException("Injected bug");
  }
}
