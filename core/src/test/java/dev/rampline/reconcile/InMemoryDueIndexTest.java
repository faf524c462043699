package dev.rampline.reconcile;

import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;

final class InMemoryDueIndexTest extends DueIndexContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected DueIndex dueIndex() {
    return new InMemoryDueIndex(ledger);
  }
}
