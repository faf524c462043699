package dev.rampline.consumer.example;

import dev.rampline.consumer.Change;
import dev.rampline.consumer.ChangeHandler;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.RecordSnapshot;

/**
 * Pays out a completed order if the ledger still has that state.
 *
 * @param ledger reads the current state
 * @param payouts makes the payouts
 */
record CompletedOrderHandler(LedgerReader ledger, Payouts payouts) implements ChangeHandler {
  @Override
  public void onChange(Change change) {
    if (!change.state().equals("completed")) {
      return;
    }
    RecordSnapshot snapshot =
        ledger
            .read(change.subject())
            .filter(found -> !found.isBehind(change))
            .orElseThrow(() -> new IllegalStateException("The ledger is older than the change"));
    // If the order is refunded or in conflict by now, the message about that is another change.
    if (snapshot.isConsistentWith(change)) {
      payouts.payOnce(change.subject(), change.message().data());
    }
  }
}
