package dev.rampline.simulation;

import dev.rampline.testkit.provider.OrderReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sequence of events of one order.
 *
 * @param orderId the order
 * @param steps the steps in order
 * @param hasWebhooks whether the provider sends webhooks; if not, only its order list shows the
 *     order
 * @param removedAfter when the provider deletes the order; null: never
 */
record OrderScenario(
    String orderId, List<OrderStep> steps, boolean hasWebhooks, @Nullable Duration removedAfter) {
  /**
   * When the provider reports the order, as an offset from the start; a negative offset lies before
   * the start of Rampline.
   */
  record OrderStep(Duration at, OrderReport report) {}
}
