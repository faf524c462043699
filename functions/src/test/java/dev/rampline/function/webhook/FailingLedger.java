package dev.rampline.function.webhook;

import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Subject;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A ledger of which every call does the same wrong thing. */
record FailingLedger(Runnable fault) implements Ledger {

  @Override
  public Optional<LedgerRecord> read(Subject subject, Consistency consistency, Deadline deadline) {
    fault.run();
    return Optional.empty();
  }

  @Override
  public WriteResult write(LedgerRecord next, Deadline deadline) {
    fault.run();
    return new WriteResult.Written();
  }
}
