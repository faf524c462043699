package dev.rampline.subscriber;

import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Subject;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger with a mistake in it. */
final class BrokenLedger implements Ledger {
  @Override
  public Optional<LedgerRecord> read(Subject subject, Consistency consistency, Deadline deadline) {
    throw new IllegalStateException("As the test wants it");
  }

  @Override
  public WriteResult write(LedgerRecord next, Deadline deadline) {
    throw new IllegalStateException("As the test wants it");
  }
}
