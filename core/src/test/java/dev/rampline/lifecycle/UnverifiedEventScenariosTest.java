package dev.rampline.lifecycle;

import static dev.rampline.event.State.AWAITING_PAYMENT;
import static dev.rampline.event.State.COMPLETED;
import static dev.rampline.event.State.DELIVERING;
import static dev.rampline.event.State.FAILED;
import static dev.rampline.event.State.PROCESSING;

import org.junit.jupiter.api.Test;

/** Unverified and unrecognized events, and how a lookup resolves them. */
class UnverifiedEventScenariosTest {
  private final LifecycleScenario order = LifecycleScenario.ofOrder();

  @Test
  void socket_is_first_and_the_webhook_follows() {
    order.socket(COMPLETED, "unverified 1 unknown, completed unverified");
    order.assertNextCheck("12:05");
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 2 completed");
    order.assertNextCheck("12:05");
  }

  @Test
  void unverified_event_is_resolved_by_a_contradicting_lookup() {
    order.webhook("ORDER_PROCESSING", "PROCESSING", "state-changed 1 processing");
    order.socket(COMPLETED, "unverified 2 processing, completed unverified");
    order.staleLookup(1, "PROCESSING", "metadata-only 2 processing, completed unverified");
    order.webhook("ORDER_PROCESSING", "PROCESSING", "duplicate 2 processing, completed unverified");
    order.lookup("PROCESSING", "fields-updated 3 processing");
  }

  @Test
  void repeated_unverified_events_are_dropped() {
    order.webhook("ORDER_PROCESSING", "PROCESSING", "state-changed 1 processing");
    order.socket(PROCESSING, "duplicate 1 processing");
    order.socket(AWAITING_PAYMENT, "stale 1 processing");
    order.socket(DELIVERING, "unverified 2 processing, delivering unverified");
    order.socket(DELIVERING, "stale 2 processing, delivering unverified");
  }

  @Test
  void unverified_event_changes_no_terminal_state() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.socket(PROCESSING, "stale 1 completed");
    order.socket(FAILED, "unverified 2 completed, failed unverified");
    order.assertNextCheck("12:05");
    order.lookup("COMPLETED", "fields-updated 3 completed");
    order.assertNoNextCheck();
  }

  @Test
  void unverified_event_stays_while_other_states_are_reported() {
    order.socket(COMPLETED, "unverified 1 unknown, completed unverified");
    order.webhook(
        "ORDER_CREATED", "CREATED", "state-changed 2 awaiting-payment, completed unverified");
    order.socket(
        PROCESSING, "unverified 3 awaiting-payment, processing unverified, completed unverified");
    order.webhook("ORDER_PROCESSING", null, "state-changed 4 processing, completed unverified");
    order.assertNextCheck("12:05");
  }

  @Test
  void undocumented_status_is_flagged_once_and_looked_up() {
    order.webhook("ORDER_PROCESSING", "MYSTERY", "unrecognized 1 processing");
    order.assertNextCheck("12:00");
    order.webhook("ORDER_PROCESSING", "MYSTERY", "duplicate 1 processing");
    order.lookup("COMPLETED", "state-changed 2 completed");
    order.assertNoNextCheck();
    order.webhook("ORDER_PROCESSING", "MYSTERY", "stale 2 completed");
    order.webhook("ORDER_PROCESSING", "RIDDLE", "unrecognized 3 completed");
    order.assertNextCheck("12:04");
  }

  @Test
  void undocumented_event_is_flagged_and_sets_no_terminal_state() {
    order.webhook("ORDER_DREAMT", "PROCESSING", "unrecognized 1 processing");
    order.webhook("ORDER_DREAMT", "COMPLETED", "stale 1 processing");
    order.assertNextCheck("12:00");
    order.lookup("PROCESSING", "metadata-only 1 processing");
    order.webhook("ORDER_DREAMT", "COMPLETED", "metadata-only 1 processing");
    order.assertNextCheck("12:00");
    order.lookup("COMPLETED", "state-changed 2 completed");
    order.assertNoNextCheck();
    order.webhook("DISPUTE_CLOSED", "FAILED", "unrecognized 3 completed");
    order.assertNextCheck("12:05");
  }

  @Test
  void undocumented_status_beside_a_refund_is_no_refund_until_the_api_answers() {
    order.webhook("ORDER_FAILED", "FAILED", "state-changed 1 failed");
    order.webhook("ORDER_REFUNDED", "REFUND_PENDING", "unrecognized 2 failed");
    order.assertNextCheck("12:01");
    order.lookup("FAILED", "fields-updated 3 failed");
    order.webhook("ORDER_REFUNDED", "REFUNDED", "state-changed 4 refunded");
  }
}
