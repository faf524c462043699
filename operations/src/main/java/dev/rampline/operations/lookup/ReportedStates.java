package dev.rampline.operations.lookup;

import dev.rampline.event.State;

/** The states that the provider's API reports, which are fewer than those of the ledger. */
public final class ReportedStates {
  private ReportedStates() {}

  /**
   * Returns whether the API can report this for an order in that state ({@code
   * docs/provider-api.md#statuses-of-the-api}). A refund can be behind every report: the API
   * reports the state before it.
   */
  public static boolean agree(State state, State reported) {
    return state == reported
        || switch (state) {
          case REFUNDED -> true;
          case EXPIRED -> reported == State.CANCELLED || reported == State.FAILED;
          case PAYMENT_CLAIMED -> reported == State.AWAITING_PAYMENT;
          case PAYMENT_RECEIVED -> reported == State.PROCESSING;
          case ON_HOLD -> reported == State.DELIVERING;
          default -> false;
        };
  }
}
