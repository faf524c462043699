package dev.rampline.lifecycle;

import org.junit.jupiter.api.Test;

/**
 * Two contradicting terminal states of one order: reported, stored, checked, and resolved by the
 * API alone ({@code docs/architecture.md#conflicts}).
 */
class ConflictScenariosTest {
  private final LifecycleScenario order = LifecycleScenario.ofOrder();

  @Test
  void cancelled_then_completed_is_resolved_by_a_lookup() {
    order.webhook("ORDER_CANCELLED", "CANCELLED", "state-changed 1 cancelled");
    order.assertNextCheck("12:05");
    order.webhook(
        "ORDER_COMPLETED", "COMPLETED", "conflict 2 cancelled (cancelled or completed: open)");
    order.assertNextCheck("12:01");
    order.lookup("COMPLETED", "conflict 3 completed (cancelled or completed: resolved)");
    order.assertNoNextCheck();
    order.webhook(
        "ORDER_CANCELLED", "CANCELLED", "stale 3 completed (cancelled or completed: resolved)");
  }

  @Test
  void conflict_is_the_same_in_any_order_of_arrival() {
    order.webhook("ORDER_COMPLETED", "COMPLETED", "state-changed 1 completed");
    order.webhook(
        "ORDER_CANCELLED", "CANCELLED", "conflict 2 completed (completed or cancelled: open)");
    order.webhook(
        "ORDER_CANCELLED", "CANCELLED", "stale 2 completed (completed or cancelled: open)");
  }

  @Test
  void old_lookups_and_list_rows_do_not_resolve() {
    order.webhook("ORDER_CANCELLED", null, "state-changed 1 cancelled");
    order.webhook("ORDER_COMPLETED", null, "conflict 2 cancelled (cancelled or completed: open)");
    order.staleLookup(1, "COMPLETED", "metadata-only 2 cancelled (cancelled or completed: open)");
    order.row("COMPLETED", "stale 2 cancelled (cancelled or completed: open)");
    order.lookup("PROCESSING", "stale 2 cancelled (cancelled or completed: open)");
    order.assertNextCheck("12:01");
  }

  @Test
  void lookup_resolves_to_a_third_terminal_state() {
    order.webhook("ORDER_CANCELLED", null, "state-changed 1 cancelled");
    order.webhook("ORDER_COMPLETED", null, "conflict 2 cancelled (cancelled or completed: open)");
    order.lookup("FAILED", "conflict 3 failed (cancelled or completed or failed: resolved)");
  }

  @Test
  void another_signed_terminal_state_reopens_the_conflict() {
    order.webhook("ORDER_CANCELLED", null, "state-changed 1 cancelled");
    order.webhook("ORDER_COMPLETED", null, "conflict 2 cancelled (cancelled or completed: open)");
    order.lookup("COMPLETED", "conflict 3 completed (cancelled or completed: resolved)");
    order.webhook(
        "ORDER_FAILED", null, "conflict 4 completed (completed or cancelled or failed: open)");
    order.assertNextCheck("12:03");
    order.staleLookup(
        1, "FAILED", "metadata-only 4 completed (completed or cancelled or failed: open)");
    order.lookup("FAILED", "conflict 5 failed (completed or cancelled or failed: resolved)");
  }

  @Test
  void later_lookup_resolves_again() {
    order.webhook("ORDER_CANCELLED", null, "state-changed 1 cancelled");
    order.webhook("ORDER_COMPLETED", null, "conflict 2 cancelled (cancelled or completed: open)");
    order.lookup("CANCELLED", "conflict 3 cancelled (cancelled or completed: resolved)");
    order.staleLookup(
        1, "COMPLETED", "metadata-only 3 cancelled (cancelled or completed: resolved)");
    order.lookup("COMPLETED", "conflict 4 completed (cancelled or completed: resolved)");
  }

  @Test
  void refund_is_no_side_and_the_other_conflict_is_resolved() {
    order.webhook("ORDER_FAILED", "FAILED", "state-changed 1 failed");
    order.webhook("ORDER_REFUNDED", null, "state-changed 2 refunded");
    order.webhook("ORDER_COMPLETED", null, "conflict 3 refunded (failed or completed: open)");
    order.lookup("FAILED", "conflict 4 refunded (failed or completed: resolved)");
    order.assertNoNextCheck();
  }

  @Test
  void expired_agrees_with_failed_that_only_the_api_reports() {
    order.webhook("ORDER_FAILED", "EXPIRED", "state-changed 1 expired");
    order.lookup("FAILED", "fields-updated 2 expired");
    order.row("CANCELLED", "metadata-only 2 expired");
    order.row("CANCELLED", "stale 2 expired");
    order.assertNoNextCheck();
  }

  @Test
  void failed_that_only_the_api_reported_means_expired() {
    order.lookup("FAILED", "state-changed 1 failed");
    order.webhook("ORDER_FAILED", "EXPIRED", "state-changed 2 expired");
    order.assertNoNextCheck();
  }

  @Test
  void signed_failed_contradicts_expired() {
    order.lookup("FAILED", "state-changed 1 failed");
    order.webhook("ORDER_FAILED", "EXPIRED", "state-changed 2 expired");
    order.webhook("ORDER_FAILED", "FAILED", "conflict 3 expired (expired or failed: open)");
  }

  @Test
  void completed_contradicts_expired_on_every_channel() {
    order.row("COMPLETED", "state-changed 1 completed");
    order.webhook("ORDER_FAILED", "EXPIRED", "conflict 2 completed (completed or expired: open)");
    order.lookup("COMPLETED", "conflict 3 completed (completed or expired: resolved)");
  }
}
