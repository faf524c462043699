package dev.rampline.erasure;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger that runs an action after each read. */
public record InterleavingLedger(Ledger ledger, Runnable event) implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    Optional<Entry> entry = ledger.read(subject, consistency, deadline);
    event.run();
    return entry;
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    return ledger.write(next, deadline);
  }
}
