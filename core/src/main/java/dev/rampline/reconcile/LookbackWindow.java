package dev.rampline.reconcile;

import java.time.Duration;
import java.util.Objects;

/**
 * How far back an order list scan reads.
 *
 * @param overlap time before the start of the last completed scan
 * @param initialLookback lookback of the first scan
 */
public record LookbackWindow(Duration overlap, Duration initialLookback) {
  public LookbackWindow {
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(initialLookback, "initialLookback");
  }
}
