package dev.rampline.lifecycle;

import dev.rampline.event.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The provider's API confirms the terminal states and verdicts of signed events, or contradicts
 * them ({@code docs/architecture.md#confirmation}).
 */
class ConfirmationScenariosTest {
  private static final Duration GRACE_PERIOD = Duration.ofMinutes(15);

  private final LifecycleScenario order = LifecycleScenario.ofOrder();
  private final LifecycleScenario customer = LifecycleScenario.ofCustomer();

  @Test
  void signed_terminal_state_is_confirmed_once() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.assertUnconfirmed();
    order.assertNextCheck("12:05");
    order.lookup("COMPLETED", "fields-updated 2 completed");
    order.assertConfirmedAt("12:01");
    order.assertNoNextCheck();
    order.lookup("COMPLETED", "duplicate 2 completed");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "duplicate 2 completed");
    order.assertConfirmedAt("12:01");
  }

  @Test
  void fetched_terminal_state_is_confirmed_at_once() {
    order.lookup("FAILED", "state-changed 1 failed");
    order.assertConfirmedAt("12:00");
    order.assertNoNextCheck();
  }

  @Test
  void list_row_confirms_nothing() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.row("COMPLETED", "metadata-only 1 completed");
    order.assertUnconfirmed();
    order.assertNextCheck("12:05");
  }

  @Test
  void long_open_order_is_confirmed_soon() {
    order.webhook("ORDER_PROCESSING", "PROCESSING", "state-changed 1 processing");
    order.assertNextCheck("12:05");
    order.pause(Duration.ofMinutes(3));
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 2 completed");
    order.assertNextCheck("12:05");
  }

  @Test
  void api_that_lags_behind_the_webhook_is_no_conflict() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.lookup("PROCESSING", "stale 1 completed");
    order.notFound("stale 1 completed");
    order.pause(Duration.ofMinutes(12));
    order.staleLookup(1, "PROCESSING", "stale 1 completed");
    order.lookup("COMPLETED", "fields-updated 2 completed");
  }

  @Test
  void earlier_state_after_the_grace_period_is_a_conflict_that_the_api_alone_resolves() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.pause(GRACE_PERIOD);
    order.staleLookup(1, "PROCESSING", "stale 1 completed");
    order.lookup("PROCESSING", "conflict 2 completed (completed, not processing: open)");
    order.assertDisagreement(true);
    order.assertNextCheck("12:05");
    order.lookup("PENDING_DELIVERY", "stale 2 completed (completed, not processing: open)");
    order.webhook(
        "ORDER_COMPLETED", "COMPLETED", "duplicate 2 completed (completed, not processing: open)");
    order.assertUnconfirmed();
    order.lookup("COMPLETED", "conflict 3 completed (completed, not processing: resolved)");
    order.assertDisagreement(false);
    order.assertConfirmedAt("12:20");
    order.assertNoNextCheck();
  }

  @Test
  void order_that_the_api_does_not_know_is_a_conflict() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.pause(GRACE_PERIOD);
    order.notFound("conflict 2 completed (completed, not unknown: open)");
    order.assertDisagreement(true);
    order.notFound("stale 2 completed (completed, not unknown: open)");
    order.lookup("FAILED", "conflict 3 failed (completed or failed, not unknown: resolved)");
    order.assertConfirmedAt("12:18");
  }

  @Test
  void other_terminal_state_of_the_api_is_a_conflict_at_once() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.lookup("CANCELLED", "conflict 2 completed (completed or cancelled: open)");
    order.assertDisagreement(true);
    order.assertUnconfirmed();
    order.lookup("CANCELLED", "conflict 3 cancelled (completed or cancelled: resolved)");
    order.assertConfirmedAt("12:01");
  }

  @Test
  void signed_state_against_a_confirmed_one_is_a_disagreement() {
    order.lookup("FAILED", "state-changed 1 failed");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "conflict 2 failed (failed or completed: open)");
    order.assertDisagreement(true);
    order.assertUnconfirmed();
    order.lookup("FAILED", "conflict 3 failed (failed or completed: resolved)");
    order.assertConfirmedAt("12:00");
  }

  @Test
  void two_signed_states_are_no_disagreement_with_the_api() {
    order.webhook("ORDER_COMPLETED", null, "state-changed 1 completed");
    order.webhook("ORDER_FAILED", null, "conflict 2 completed (completed or failed: open)");
    order.assertDisagreement(false);
  }

  @Test
  void two_signed_states_that_the_api_denies_are_a_disagreement() {
    order.webhook("ORDER_COMPLETED", null, "state-changed 1 completed");
    order.webhook("ORDER_FAILED", null, "conflict 2 completed (completed or failed: open)");
    order.lookup("PROCESSING", "stale 2 completed (completed or failed: open)");
    order.pause(Duration.ofMinutes(12));
    order.staleLookup(1, "PROCESSING", "stale 2 completed (completed or failed: open)");
    order.notFound("conflict 3 completed (completed or failed, not unknown: open)");
    order.assertDisagreement(true);
    order.lookup("PROCESSING", "stale 3 completed (completed or failed, not unknown: open)");
    order.lookup("FAILED", "conflict 4 failed (completed or failed, not unknown: resolved)");
    order.assertDisagreement(false);
  }

  @Test
  void second_signed_state_does_not_end_the_conflict_with_the_api() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.pause(GRACE_PERIOD);
    order.lookup("PROCESSING", "conflict 2 completed (completed, not processing: open)");
    order.webhook(
        "ORDER_FAILED",
        "FAILED",
        "conflict 3 completed (completed or failed, not processing: open)");
    order.assertDisagreement(true);
    order.lookup(
        "COMPLETED", "conflict 4 completed (completed or failed, not processing: resolved)");
  }

  @Test
  void state_behind_a_refund_is_confirmed_once() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.webhook("ORDER_REFUNDED", "REFUNDED", "state-changed 2 refunded");
    order.assertNextCheck("12:05");
    order.lookup("COMPLETED", "metadata-only 2 refunded");
    order.assertUnconfirmed();
    order.assertNoNextCheck();
  }

  @Test
  void refund_hides_no_state_that_the_api_denies_and_gives_it_no_more_time() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.webhook("ORDER_REFUNDED", "REFUNDED", "state-changed 2 refunded");
    order.pause(Duration.ofMinutes(12));
    order.notFound("stale 2 refunded");
    order.notFound("conflict 3 refunded (completed, not unknown: open)");
    order.assertDisagreement(true);
    order.lookup("COMPLETED", "conflict 4 refunded (completed, not unknown: resolved)");
    order.assertNoNextCheck();
  }

  @Test
  void refund_does_not_end_the_conflict_with_the_api() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.pause(GRACE_PERIOD);
    order.lookup("PROCESSING", "conflict 2 completed (completed, not processing: open)");
    order.webhook(
        "ORDER_REFUNDED", "REFUNDED", "state-changed 3 refunded (completed, not processing: open)");
    order.assertNextCheck("12:05");
    order.lookup("COMPLETED", "conflict 4 refunded (completed, not processing: resolved)");
  }

  @Test
  void refund_of_an_order_that_the_api_does_not_know_is_a_conflict_until_it_does() {
    order.webhook("ORDER_REFUNDED", "REFUNDED", "state-changed 1 refunded");
    order.assertNextCheck("12:05");
    order.pause(GRACE_PERIOD);
    order.lookup("PROCESSING", "stale 1 refunded");
    order.notFound("conflict 2 refunded (refunded, not unknown: open)");
    order.assertDisagreement(true);
    order.staleLookup(1, "PROCESSING", "stale 2 refunded (refunded, not unknown: open)");
    order.lookup("PROCESSING", "fields-updated 3 refunded");
  }

  @Test
  void state_behind_a_contested_refund_can_still_be_confirmed() {
    order.webhook("ORDER_REFUNDED", "REFUNDED", "state-changed 1 refunded");
    order.pause(GRACE_PERIOD);
    order.notFound("conflict 2 refunded (refunded, not unknown: open)");
    order.lookup("FAILED", "conflict 3 refunded (refunded or failed, not unknown: resolved)");
    order.assertNoNextCheck();
  }

  @Test
  void cancelled_in_the_api_confirms_expired() {
    order.webhook("ORDER_FAILED", "EXPIRED", "state-changed 1 expired");
    order.lookup("CANCELLED", "fields-updated 2 expired");
    order.assertConfirmedAt("12:01");
  }

  @Test
  void undocumented_status_of_the_api_is_no_denial() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.pause(GRACE_PERIOD);
    order.lookup("SETTLED", "unrecognized 2 completed");
    order.assertUnconfirmed();
  }

  @Test
  void forged_amount_does_not_replace_the_fetched_one() {
    order.withField("fiatAmount", "100").lookup("COMPLETED", "state-changed 1 completed");
    order.at("11:59").withField("fiatAmount", "999999");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "metadata-only 1 completed");
    order.assertField("fiatAmount", "100");
  }

  @Test
  void fetched_amount_replaces_a_forged_one_when_it_confirms_the_state() {
    order.at("11:59").withField("fiatAmount", "999999");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.withField("fiatAmount", "100").lookup("COMPLETED", "fields-updated 2 completed");
    order.assertField("fiatAmount", "100");
    order.assertConfirmedAt("12:01");
  }

  @Test
  void signed_verdict_is_confirmed_once() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "APPROVED", "state-changed 1 approved");
    customer.assertUnconfirmed();
    customer.assertNextCheck("12:05");
    customer.lookup("APPROVED", "fields-updated 2 approved");
    customer.assertConfirmedAt("12:01");
    customer.lookup("APPROVED", "metadata-only 2 approved");
    customer.assertConfirmedAt("12:01");
  }

  @Test
  void verdict_that_the_api_contradicts_is_a_resolved_conflict() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "APPROVED", "state-changed 1 approved");
    customer.lookup("SUBMITTED", "conflict 2 submitted (approved, not submitted: resolved)");
    customer.assertDisagreement(true);
    customer.assertUnconfirmed();
    customer.at("12:02").webhook("KYC_STATUS_CHANGED", "REJECTED", "state-changed 3 rejected");
  }

  @Test
  void verdict_that_the_api_superseded_later_is_no_conflict() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "RETRY", "state-changed 1 retry");
    customer.at("11:30").lookup("APPROVED", "state-changed 2 approved");
    customer.assertDisagreement(false);
    customer.assertConfirmedAt("12:01");
  }

  @Test
  void confirmed_verdict_that_the_api_withdraws_is_no_conflict() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "APPROVED", "state-changed 1 approved");
    customer.lookup("APPROVED", "fields-updated 2 approved");
    customer.lookup("REJECTED", "state-changed 3 rejected");
    customer.assertDisagreement(false);
    customer.assertConfirmedAt("12:02");
  }

  @Test
  void customer_that_the_api_does_not_know_is_an_open_conflict() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "APPROVED", "state-changed 1 approved");
    customer.notFound("stale 1 approved");
    customer.pause(GRACE_PERIOD);
    customer.notFound("conflict 2 approved (approved, not unknown: open)");
    customer.assertDisagreement(true);
    customer.notFound("stale 2 approved (approved, not unknown: open)");
    customer.lookup("APPROVED", "fields-updated 3 approved");
    customer.assertConfirmedAt("12:19");
  }

  @Test
  void signed_event_does_not_end_the_conflict_about_an_unknown_customer() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "APPROVED", "state-changed 1 approved");
    customer.pause(GRACE_PERIOD);
    customer.notFound("conflict 2 approved (approved, not unknown: open)");
    customer
        .at("11:30")
        .webhook(
            "KYC_STATUS_CHANGED",
            "SUBMITTED",
            "conflict 3 submitted (submitted or approved, not unknown: open)");
    customer.assertDisagreement(true);
    customer.notFound("stale 3 submitted (submitted or approved, not unknown: open)");
    customer.lookup("SUBMITTED", "fields-updated 4 submitted");
  }

  @Test
  void event_older_than_the_apis_answer_is_unverified_and_looked_up() {
    customer.at("11:00").webhook("KYC_STATUS_CHANGED", "SUBMITTED", "state-changed 1 submitted");
    customer.lookup("REJECTED", "state-changed 2 rejected");
    customer
        .at("11:59")
        .webhook("KYC_STATUS_CHANGED", "APPROVED", "unverified 3 rejected, approved unverified");
    customer.assertNextCheck("12:05");
    customer.lookup("REJECTED", "fields-updated 4 rejected");
  }

  @Test
  void undated_event_after_the_apis_answer_is_unverified_and_looked_up() {
    customer.lookup("REJECTED", "state-changed 1 rejected");
    customer.webhook(
        "KYC_STATUS_CHANGED", "APPROVED", "unverified 2 rejected, approved unverified");
    customer.assertNextCheck("12:05");
    customer.lookup("APPROVED", "state-changed 3 approved");
  }

  @Test
  void replays_of_an_undated_event_are_looked_up_without_a_version() {
    customer.webhook("KYC_STATUS_CHANGED", "APPROVED", "state-changed 1 approved unconfirmed");
    customer.lookup("REJECTED", "conflict 2 rejected (approved, not rejected: resolved)");
    for (int replay = 1; replay <= 3; replay++) {
      customer.webhook(
          "KYC_STATUS_CHANGED", "APPROVED", "stale 2 rejected (approved, not rejected: resolved)");
      customer.lookup("REJECTED", "metadata-only 2 rejected (approved, not rejected: resolved)");
    }
    customer.assertNextCheck("12:05");
  }

  @Test
  void replays_of_an_old_event_are_looked_up_without_a_version() {
    customer.lookup("REJECTED", "state-changed 1 rejected");
    customer
        .at("11:00")
        .webhook("KYC_STATUS_CHANGED", "APPROVED", "unverified 2 rejected, approved unverified");
    customer.lookup("REJECTED", "fields-updated 3 rejected");
    for (int replay = 1; replay <= 3; replay++) {
      customer.at("11:00").webhook("KYC_STATUS_CHANGED", "APPROVED", "stale 3 rejected");
      customer.lookup("REJECTED", "metadata-only 3 rejected");
    }
  }

  @Test
  void socket_event_never_confirms() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.socket(State.COMPLETED, "duplicate 1 completed");
    order.assertUnconfirmed();
  }
}
