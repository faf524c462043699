package dev.rampline.simulation;

import dev.rampline.simulation.provider.OrderPhase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one order.
 *
 * @param orderId whose
 * @param steps in their order
 * @param hasWebhooks whether webhooks tell of it; else the provider's list alone does
 * @param removedAfter when the provider knows it no more; null: it always does
 */
record OrderScenario(
    String orderId, List<OrderStep> steps, boolean hasWebhooks, @Nullable Duration removedAfter) {
  /**
   * When the order comes to a stage, from the beginning; what is negative has happened before
   * anybody listened.
   */
  record OrderStep(Duration at, OrderPhase phase) {}
}
