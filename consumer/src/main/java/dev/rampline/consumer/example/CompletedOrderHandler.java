package dev.rampline.consumer.example;

import dev.rampline.consumer.Change;
import dev.rampline.consumer.ChangeHandler;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.RecordSnapshot;

/**
 * Pays out an order that has completed, if the ledger still says so.
 *
 * @param ledger where that is looked up
 * @param payouts what pays
 */
record CompletedOrderHandler(LedgerReader ledger, Payouts payouts) implements ChangeHandler {
  @Override
  public void onChange(Change change) {
    if (!change.state().equals("completed")) {
      return;
    }
    RecordSnapshot now =
        ledger
            .read(change.subject())
            .filter(standing -> !standing.isBehind(change))
            .orElseThrow(() -> new IllegalStateException("Not the ledger that this came from"));
    // If it is refunded or contested by now, the message that says so brings another change.
    if (now.isConsistentWith(change)) {
      payouts.payOnce(change.subject(), change.message().data());
    }
  }
}
