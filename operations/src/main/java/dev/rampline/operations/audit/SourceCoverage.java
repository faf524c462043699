package dev.rampline.operations.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a source.
 *
 * @param from the orders that were created since this time were read; null: all orders were
 * @param unreadable number of entries that are not orders
 * @param stopReason why reading ended early, as a clause; null if it did not
 */
public record SourceCoverage(@Nullable Instant from, long unreadable, @Nullable String stopReason) {
  /** The whole source was read. */
  static final SourceCoverage COMPLETE = new SourceCoverage(null, 0, null);

  /** Returns whether an order that was created then was read if the source has it. */
  boolean includes(@Nullable Instant createdAt) {
    return from == null || (createdAt != null && !createdAt.isBefore(from));
  }
}
