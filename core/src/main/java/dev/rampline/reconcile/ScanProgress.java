package dev.rampline.reconcile;

import java.time.Instant;
import java.util.Objects;

/**
 * The progress of one order list scan, from the last updated order backward.
 *
 * @param startedAt when the scan started
 * @param stopBefore the scan stops at an order that was last updated before this time
 * @param page the next page; 1 is the first
 * @param backfill whether this is the first scan, over the provider's past orders
 */
public record ScanProgress(Instant startedAt, Instant stopBefore, int page, boolean backfill) {
  public ScanProgress {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(stopBefore, "stopBefore");
  }

  ScanProgress withNextPage() {
    return new ScanProgress(startedAt, stopBefore, page + 1, backfill);
  }
}
