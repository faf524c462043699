package dev.rampline.reconcile;

import java.time.Instant;
import java.util.Objects;

/**
 * One reading of the list of orders, from the last updated back.
 *
 * @param startedAt when it began
 * @param until an order that was last updated before this ends it
 * @param page that comes next; 1 is the first
 * @param backfill whether it is the first of all, over a past of which nothing is known
 */
public record Pass(Instant startedAt, Instant until, int page, boolean backfill) {
  public Pass {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(until, "until");
  }

  Pass atNextPage() {
    return new Pass(startedAt, until, page + 1, backfill);
  }
}
