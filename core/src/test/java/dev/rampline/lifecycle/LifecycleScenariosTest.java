package dev.rampline.lifecycle;

import org.junit.jupiter.api.Test;

/** Order scenarios in the provider's terms ({@code docs/provider-api.md#states-and-ranks}). */
class LifecycleScenariosTest {
  private static final String ON_HOLD = "ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT";

  private final LifecycleScenario order = LifecycleScenario.ofOrder();

  @Test
  void bought_by_card_goes_straight_to_completed() {
    order.webhook(
        "ORDER_CREATED", "AWAITING_PAYMENT_FROM_USER", "state-changed 1 awaiting-payment");
    order.assertNextCheck("12:05");
    order.webhook("ORDER_PROCESSING", "PROCESSING", "state-changed 2 processing");
    order.webhook("PENDING_DELIVERY_FROM_OZZOBiT", null, "state-changed 3 delivering");
    order.assertNextCheck("12:05");
    order.withField("transactionHash", "0xabc");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 4 completed");
    order.assertField("transactionHash", "0xabc");
    order.assertNextCheck("12:05");
  }

  @Test
  void bought_by_bank_transfer_waits_for_the_money() {
    order.webhook("ORDER_CREATED", "PENDING_PAYMENT", "state-changed 1 awaiting-payment");
    order.webhook("PAYMENT_DONE_MARKED_BY_USER", null, "state-changed 2 payment-claimed");
    order.webhook("ORDER_PROCESSING", "PROCESSING", "state-changed 3 processing");
    order.webhook("ORDER_PROCESSING", "PENDING_DELIVERY", "state-changed 4 delivering");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 5 completed");
  }

  @Test
  void sold_goes_from_deposit_to_payout() {
    order.webhook("ORDER_CREATED", "AWAITING_CRYPTO_DEPOSIT", "state-changed 1 awaiting-payment");
    order.webhook("CRYPTO_DEPOSIT_RECEIVED", null, "state-changed 2 payment-received");
    order.webhook("FIAT_PROCESSING", null, "state-changed 3 processing");
    order.webhook("FIAT_SENT", null, "state-changed 4 delivering");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 5 completed");
  }

  @Test
  void sold_and_failed_is_refunded() {
    order.webhook("CRYPTO_DEPOSIT_RECEIVED", null, "state-changed 1 payment-received");
    order.withField("failureMessage", "declined by the bank");
    order.webhook("ORDER_FAILED", "FAILED", "state-changed 2 failed");
    order.assertField("failureReason", "declined by the bank");
    order.webhook("ORDER_REFUNDED", "FAILED", "state-changed 3 refunded");
    order.webhook("ORDER_FAILED", "FAILED", "stale 3 refunded");
    order.lookup("FAILED", "metadata-only 3 refunded");
    order.assertNoNextCheck();
  }

  @Test
  void refund_reported_first_with_a_failed_status_stays_and_keeps_the_failure() {
    order.webhook("ORDER_REFUNDED", "FAILED", "state-changed 1 refunded");
    order.webhook("ORDER_FAILED", "FAILED", "stale 1 refunded");
    order.webhook("ORDER_PROCESSING", "PROCESSING", "stale 1 refunded");
    order.webhook(
        "ORDER_COMPLETED", "COMPLETED", "conflict 2 refunded (failed or completed: open)");
  }

  @Test
  void failed_event_with_a_cancelled_status_is_cancelled() {
    order.webhook("ORDER_CREATED", "CREATED", "state-changed 1 awaiting-payment");
    order.webhook("ORDER_FAILED", "CANCELLED", "state-changed 2 cancelled");
    order.webhook("ORDER_CANCELLED", "CANCELLED", "duplicate 2 cancelled");
  }

  @Test
  void pending_delivery_is_the_same_as_event_and_as_status() {
    order.webhook("PENDING_DELIVERY_FROM_OZZOBiT", null, "state-changed 1 delivering");
    order.webhook("ORDER_PROCESSING", "PENDING_DELIVERY", "duplicate 1 delivering");
    order.webhook("PENDING_DELIVERY_FROM_OZZOBiT", "PROCESSING", "duplicate 1 delivering");
    order.webhook("ORDER_PROCESSING", "PROCESSING", "stale 1 delivering");
  }

  @Test
  void delivery_goes_on_hold_and_back_in_time() {
    order.at("10:00").webhook("ORDER_PROCESSING", "PENDING_DELIVERY", "state-changed 1 delivering");
    order.at("10:05").webhook("ORDER_PROCESSING", ON_HOLD, "state-changed 2 on-hold");
    order.at("10:09").webhook("ORDER_PROCESSING", "PENDING_DELIVERY", "state-changed 3 delivering");
    order.at("10:05").webhook("ORDER_PROCESSING", ON_HOLD, "stale 3 delivering");
    order.webhook("ORDER_PROCESSING", ON_HOLD, "stale 3 delivering");
  }

  /** See {@code docs/decisions/0001-the-record-is-a-join-of-all-events.md}. */
  @Test
  void hold_without_times_ends_with_the_next_event_that_has_one() {
    order.webhook("ORDER_PROCESSING", ON_HOLD, "state-changed 1 on-hold");
    order.webhook("ORDER_PROCESSING", "PENDING_DELIVERY", "stale 1 on-hold");
    order.at("10:09").webhook("ORDER_PROCESSING", "PENDING_DELIVERY", "state-changed 2 delivering");
  }

  @Test
  void retries_and_late_events_change_nothing() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "duplicate 1 completed");
    order.row("completed", "metadata-only 1 completed");
    order.row("COMPLETED", "duplicate 1 completed");
    order.webhook("ORDER_PROCESSING", "PROCESSING", "stale 1 completed");
    order.withField("fiatCurrency", "EUR");
    order.webhook("ORDER_CREATED", "CREATED", "fields-updated 2 completed");
  }

  @Test
  void value_of_a_higher_state_survives_later_events_of_lower_ones() {
    order
        .withField("fiatAmount", "99.50")
        .webhook("ORDER_PROCESSING", null, "state-changed 1 processing");
    order
        .withField("fiatAmount", "100")
        .webhook("ORDER_COMPLETED", null, "state-changed 2 completed");
    order.withField("fiatAmount", "99.5").webhook("ORDER_PROCESSING", null, "stale 2 completed");
    order.assertField("fiatAmount", "100");
  }

  @Test
  void refund_keeps_the_amount_of_the_order() {
    order
        .withField("fiatAmount", "97.5")
        .webhook("ORDER_REFUNDED", null, "state-changed 1 refunded");
    order.assertField("fiatAmount", "97.5");
    order
        .withField("fiatAmount", "100")
        .webhook("ORDER_PROCESSING", null, "fields-updated 2 refunded");
    order.assertField("fiatAmount", "100");
    order.at("12:00").withField("fiatAmount", "97.5");
    order.webhook("ORDER_REFUNDED", null, "metadata-only 2 refunded");
    order.assertField("fiatAmount", "100");
  }

  @Test
  void amounts_of_equal_precedence_that_contradict_are_flagged_and_looked_up() {
    order.at("11:00").withField("cryptoAmount", "0.045");
    order.webhook("ORDER_COMPLETED", null, "state-changed 1 completed");
    order.at("11:00").withField("cryptoAmount", "0.040");
    order.webhook("ORDER_COMPLETED", null, "unrecognized 2 completed");
    order.assertNextCheck("12:01");
    order.at("11:00").withField("cryptoAmount", "0.0400");
    order.webhook("ORDER_COMPLETED", null, "stale 2 completed");
    order
        .at("11:00")
        .withField("cryptoAmount", "0.04")
        .lookup("COMPLETED", "fields-updated 3 completed");
    order.assertField("cryptoAmount", "0.04");
    order.assertNoNextCheck();
  }

  @Test
  void destinations_of_equal_precedence_that_contradict_are_flagged_and_looked_up() {
    order
        .withField("walletAddress", "0xA1")
        .webhook("ORDER_PROCESSING", null, "state-changed 1 processing");
    order
        .withField("walletAddress", "0xB2")
        .webhook("ORDER_PROCESSING", null, "unrecognized 2 processing");
    order.assertNextCheck("12:01");
    order
        .withField("transactionHash", "0x1")
        .webhook("ORDER_COMPLETED", null, "state-changed 3 completed");
    order
        .withField("transactionHash", "0x2")
        .webhook("ORDER_COMPLETED", null, "unrecognized 4 completed");
  }

  @Test
  void greater_weight_of_a_held_value_is_noted_only() {
    order
        .withField("fiatAmount", "100")
        .webhook("ORDER_COMPLETED", null, "state-changed 1 completed");
    order.at("10:00").withField("fiatAmount", "100");
    order.webhook("ORDER_COMPLETED", null, "metadata-only 1 completed");
  }
}
