package dev.rampline.lifecycle;

import static dev.rampline.event.State.REJECTED;

import org.junit.jupiter.api.Test;

/**
 * KYC scenarios: ordered by event time, else by lookup ({@code docs/provider-api.md#kyc-values}).
 */
class KycScenariosTest {
  private final LifecycleScenario customer = LifecycleScenario.ofCustomer();

  @Test
  void timed_events_are_applied_in_the_order_of_their_times() {
    customer.at("10:00").webhook("KYC_SUBMITTED", "SUBMITTED", "state-changed 1 submitted");
    customer.at("10:30").webhook("KYC_REJECTED", "REJECTED", "state-changed 2 rejected");
    customer.at("10:40").webhook("KYC_STATUS_CHANGED", "RETRY_NEEDED", "state-changed 3 retry");
    customer.at("10:50").webhook("KYC_SUBMITTED", "PENDING", "state-changed 4 submitted");
    customer.at("11:00").webhook("KYC_APPROVED", "APPROVED", "state-changed 5 approved");
    customer.at("10:30").webhook("KYC_REJECTED", "REJECTED", "stale 5 approved");
    customer.at("11:30").webhook("KYC_REJECTED", "REJECTED", "state-changed 6 rejected");
  }

  @Test
  void untimed_events_are_applied_once_and_wait_for_the_api() {
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "state-changed 1 submitted unconfirmed");
    customer.assertNextCheck("12:05");
    customer.webhook("KYC_APPROVED", "APPROVED", "state-changed 2 approved unconfirmed");
    customer.webhook("KYC_APPROVED", "APPROVED", "duplicate 2 approved unconfirmed");
    customer.assertNextCheck("12:05");
    customer.lookup("APPROVED", "fields-updated 3 approved");
    customer.assertNextCheck("12:05");
  }

  @Test
  void late_retry_without_time_is_looked_up_without_a_version() {
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "state-changed 1 submitted unconfirmed");
    customer.webhook("KYC_APPROVED", "APPROVED", "state-changed 2 approved unconfirmed");
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "stale 2 approved unconfirmed");
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "stale 2 approved unconfirmed");
    customer.assertNextCheck("12:05");
    customer.lookup("APPROVED", "fields-updated 3 approved");
    customer.assertNextCheck("12:05");
  }

  @Test
  void late_first_event_without_time_does_not_reset_the_state() {
    customer.webhook("KYC_APPROVED", "APPROVED", "state-changed 1 approved unconfirmed");
    customer.webhook(
        "KYC_SUBMITTED", "SUBMITTED", "unverified 2 approved unconfirmed, submitted unverified");
    customer.webhook(
        "KYC_REJECTED", "REJECTED", "state-changed 3 rejected unconfirmed, submitted unverified");
    customer.webhook(
        "KYC_APPROVED", "APPROVED", "stale 3 rejected unconfirmed, submitted unverified");
    customer.lookup("APPROVED", "conflict 4 approved (rejected, not approved: resolved)");
  }

  @Test
  void lookup_of_an_earlier_version_neither_decides_nor_confirms() {
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "state-changed 1 submitted unconfirmed");
    customer.webhook("KYC_APPROVED", "APPROVED", "state-changed 2 approved unconfirmed");
    customer.staleLookup(1, "SUBMITTED", "metadata-only 2 approved unconfirmed");
  }

  @Test
  void timed_event_confirms_an_untimed_one() {
    customer.webhook("KYC_APPROVED", "APPROVED", "state-changed 1 approved unconfirmed");
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "fields-updated 2 approved");
    customer.assertNextCheck("12:05");
  }

  @Test
  void lookup_overrides_a_timed_event() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "state-changed 1 approved");
    customer.lookup("REJECTED", "conflict 2 rejected (approved, not rejected: resolved)");
    customer
        .at("09:00")
        .webhook(
            "KYC_SUBMITTED",
            "SUBMITTED",
            "metadata-only 2 rejected (approved, not rejected: resolved)");
    customer.at("12:02").webhook("KYC_APPROVED", "APPROVED", "state-changed 3 approved");
  }

  @Test
  void lookup_resolves_an_unverified_event() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "state-changed 1 approved");
    customer.socket(REJECTED, "unverified 2 approved, rejected unverified");
    customer.assertNextCheck("12:05");
    customer.lookup("REJECTED", "conflict 3 rejected (approved, not rejected: resolved)");
  }

  @Test
  void undocumented_status_is_flagged_and_changes_no_state() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "state-changed 1 approved");
    customer.at("10:10").webhook("KYC_STATUS_CHANGED", "DREAMING", "unrecognized 2 approved");
    customer.assertNextCheck("12:01");
    customer.lookup("APPROVED", "fields-updated 3 approved");
    customer.assertNextCheck("12:01");
  }

  @Test
  void undocumented_event_decides_nothing() {
    customer.at("10:00").webhook("KYC_SUBMITTED", "SUBMITTED", "state-changed 1 submitted");
    customer.at("10:10").webhook("KYC_DREAMT", "APPROVED", "unrecognized 2 submitted");
    customer.assertNextCheck("12:01");
    customer.lookup("APPROVED", "state-changed 3 approved");
  }

  @Test
  void verdict_beats_a_submission_of_the_same_time() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "state-changed 1 approved");
    customer.at("10:00").webhook("KYC_SUBMITTED", "SUBMITTED", "metadata-only 1 approved");
    customer.at("11:00").webhook("KYC_SUBMITTED", "SUBMITTED", "state-changed 2 submitted");
    customer.at("11:00").webhook("KYC_REJECTED", "REJECTED", "state-changed 3 rejected");
  }
}
