package dev.rampline.reconcile;

import java.time.Instant;
import java.util.Objects;

/**
 * One reading of the list of orders, from the last updated back.
 *
 * @param startedAt when it began
 * @param stopBefore an order that was last updated before this ends it
 * @param page that comes next; 1 is the first
 * @param backfill whether it is the first of all, over a past of which nothing is known
 */
public record ScanProgress(Instant startedAt, Instant stopBefore, int page, boolean backfill) {
  public ScanProgress {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(stopBefore, "until");
  }

  ScanProgress withNextPage() {
    return new ScanProgress(startedAt, stopBefore, page + 1, backfill);
  }
}
