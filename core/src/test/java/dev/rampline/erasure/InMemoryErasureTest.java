package dev.rampline.erasure;

import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;

final class InMemoryErasureTest extends ErasureContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected Ledger ledger() {
    return ledger;
  }
}
