package dev.rampline.bench.simulation;

import dev.rampline.bench.provider.Stage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one order.
 *
 * @param orderId whose
 * @param turns in their order
 * @param told whether webhooks tell of it; else the provider's list alone does
 * @param leaves when the provider knows it no more; null: it always does
 */
record Story(String orderId, List<Turn> turns, boolean told, @Nullable Duration leaves) {
  /**
   * When the order comes to a stage, from the beginning; what is negative has happened before
   * anybody listened.
   */
  record Turn(Duration at, Stage stage) {}
}
