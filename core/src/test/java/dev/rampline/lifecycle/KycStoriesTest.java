package dev.rampline.lifecycle;

import static dev.rampline.observation.State.REJECTED;

import org.junit.jupiter.api.Test;

/** KYC as it goes: by time where a word bears one, else by the API's answer (provider.md §3.7). */
class KycStoriesTest {
  private final Story customer = Story.ofCustomer();

  @Test
  void timed_words_are_applied_in_the_order_of_their_times() {
    customer.at("10:00").webhook("KYC_SUBMITTED", "SUBMITTED", "advanced 1 submitted");
    customer.at("10:30").webhook("KYC_REJECTED", "REJECTED", "advanced 2 rejected");
    customer.at("10:40").webhook("KYC_STATUS_CHANGED", "RETRY_NEEDED", "advanced 3 retry");
    customer.at("10:50").webhook("KYC_SUBMITTED", "PENDING", "advanced 4 submitted");
    customer.at("11:00").webhook("KYC_APPROVED", "APPROVED", "advanced 5 approved");
    customer.at("10:30").webhook("KYC_REJECTED", "REJECTED", "stale 5 approved");
    customer.at("11:30").webhook("KYC_REJECTED", "REJECTED", "advanced 6 rejected");
  }

  @Test
  void words_without_time_are_applied_once_each_and_wait_for_the_api() {
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "advanced 1 submitted unconfirmed");
    customer.isLookedAt("12:05");
    customer.webhook("KYC_APPROVED", "APPROVED", "advanced 2 approved unconfirmed");
    customer.webhook("KYC_APPROVED", "APPROVED", "duplicate 2 approved unconfirmed");
    customer.isLookedAt("12:05");
    customer.reading("APPROVED", "enriched 3 approved");
    customer.isLookedAt("12:05");
  }

  @Test
  void late_retry_without_time_is_only_a_claim() {
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "advanced 1 submitted unconfirmed");
    customer.webhook("KYC_APPROVED", "APPROVED", "advanced 2 approved unconfirmed");
    customer.webhook(
        "KYC_SUBMITTED", "SUBMITTED", "claimed 3 approved unconfirmed, submitted claimed");
    customer.webhook(
        "KYC_SUBMITTED", "SUBMITTED", "stale 3 approved unconfirmed, submitted claimed");
    customer.reading("APPROVED", "enriched 4 approved");
    customer.isLookedAt("12:05");
  }

  @Test
  void late_first_word_without_time_does_not_lead_back() {
    customer.webhook("KYC_APPROVED", "APPROVED", "advanced 1 approved unconfirmed");
    customer.webhook(
        "KYC_SUBMITTED", "SUBMITTED", "claimed 2 approved unconfirmed, submitted claimed");
    customer.webhook(
        "KYC_REJECTED", "REJECTED", "advanced 3 rejected unconfirmed, submitted claimed");
    customer.webhook(
        "KYC_APPROVED",
        "APPROVED",
        "claimed 4 rejected unconfirmed, submitted claimed, approved claimed");
    customer.reading("APPROVED", "advanced 5 approved");
  }

  @Test
  void reading_of_an_earlier_version_neither_decides_nor_confirms() {
    customer.webhook("KYC_SUBMITTED", "SUBMITTED", "advanced 1 submitted unconfirmed");
    customer.webhook("KYC_APPROVED", "APPROVED", "advanced 2 approved unconfirmed");
    customer.oldReading(1, "SUBMITTED", "claimed 3 approved unconfirmed, submitted claimed");
  }

  @Test
  void timed_word_confirms_what_came_without_time() {
    customer.webhook("KYC_APPROVED", "APPROVED", "advanced 1 approved unconfirmed");
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "enriched 2 approved");
    customer.isLookedAt("12:05");
  }

  @Test
  void reading_decides_against_a_timed_word() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "advanced 1 approved");
    customer.reading("REJECTED", "advanced 2 rejected");
    customer.at("09:00").webhook("KYC_SUBMITTED", "SUBMITTED", "noted 2 rejected");
    customer.at("10:10").webhook("KYC_APPROVED", "APPROVED", "advanced 3 approved");
  }

  @Test
  void socket_claims_and_the_api_answers() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "advanced 1 approved");
    customer.socket(REJECTED, "claimed 2 approved, rejected claimed");
    customer.isLookedAt("12:05");
    customer.reading("REJECTED", "advanced 3 rejected");
  }

  @Test
  void undocumented_status_is_flagged_and_moves_nothing() {
    customer.at("10:00").webhook("KYC_APPROVED", "APPROVED", "advanced 1 approved");
    customer.at("10:10").webhook("KYC_STATUS_CHANGED", "DREAMING", "unrecognised 2 approved");
    customer.isLookedAt("12:05");
    customer.reading("APPROVED", "noted 2 approved");
    customer.isLookedAt("12:05");
  }
}
