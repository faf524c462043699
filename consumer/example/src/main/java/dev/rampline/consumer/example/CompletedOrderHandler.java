package dev.rampline.consumer.example;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.consumer.Change;
import dev.rampline.consumer.ChangeHandler;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.LedgerResult;
import dev.rampline.consumer.RecordSnapshot;
import java.math.BigDecimal;

/**
 * Pays out a completed order if the ledger still has that state. A large order is paid after the
 * provider's API has confirmed the state, since a leaked key can sign any webhook.
 *
 * @param ledger reads the current state
 * @param payouts makes the payouts
 */
record CompletedOrderHandler(LedgerReader ledger, Payouts payouts) implements ChangeHandler {
  private static final BigDecimal CONFIRMED_FROM = new BigDecimal(1000);

  @Override
  public void onChange(Change change) {
    // If the order is refunded or in conflict by now, the message about that is another change.
    if (!change.state().equals("completed") || !isCurrent(change)) {
      payouts.requireNonePending(change.subject());
    } else if (change.isConfirmed() || isSmall(change.message().data())) {
      payouts.payOnce(change.subject(), change.message().data());
    }
    // Otherwise the order waits: the message about the confirmation is another change.
  }

  /** Fits your own currencies and risk. An order without an amount is not small. */
  private static boolean isSmall(JsonNode order) {
    String amount = order.path("fiatAmount").asText("");
    return !amount.isEmpty() && new BigDecimal(amount).compareTo(CONFIRMED_FROM) < 0;
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
