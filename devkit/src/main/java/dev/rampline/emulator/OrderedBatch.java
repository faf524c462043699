package dev.rampline.emulator;

import java.util.List;

/**
 * Postings that keep their order.
 *
 * @param steps one after the other; those of one step are posted at once
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
