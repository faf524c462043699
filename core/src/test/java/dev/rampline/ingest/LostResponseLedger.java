package dev.rampline.ingest;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger that writes but whose response to a write is lost. */
record LostResponseLedger(Ledger ledger) implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    return ledger.read(subject, consistency, deadline);
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    ledger.write(next, deadline);
    throw new LedgerUnavailableException("No answer", null);
  }
}
