package dev.rampline.reconcile;

import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;

final class InMemoryAgendaTest extends AgendaContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Agenda agenda() {
    return new InMemoryAgenda(ledger);
  }
}
