package dev.rampline.consumer.example;

import dev.rampline.consumer.Change;
import dev.rampline.consumer.ChangeHandler;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.LedgerResult;
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
    // If the order is refunded or in conflict by now, the message about that is another change.
    if (change.state().equals("completed") && isCurrent(change)) {
      payouts.payOnce(change.subject(), change.message().data());
    } else {
      payouts.requireNonePending(change.subject());
    }
  }

  private boolean isCurrent(Change change) {
    return switch (ledger.read(change.subject())) {
      case LedgerResult.Found(RecordSnapshot snapshot) when !snapshot.isBehind(change) ->
          snapshot.isConsistentWith(change);
      // The order's state can no longer be checked, so the order is not paid.
      case LedgerResult.Erased _ -> false;
      case LedgerResult.Found _, LedgerResult.Unknown _ ->
          throw new IllegalStateException("The ledger is older than the change");
    };
  }
}
