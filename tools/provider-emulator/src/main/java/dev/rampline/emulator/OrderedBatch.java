package dev.rampline.emulator;

import java.util.List;

/**
 * Webhooks in a fixed order.
 *
 * @param steps the steps in order; the webhooks of one step are sent concurrently
 */
public record OrderedBatch(List<List<PlannedWebhook>> steps) {
  public OrderedBatch {
    steps = steps.stream().map(List::copyOf).toList();
  }

  static OrderedBatch of(PlannedWebhook posting) {
    return new OrderedBatch(List.of(List.of(posting)));
  }

  long webhookCount() {
    return steps.stream().mapToLong(List::size).sum();
  }
}
