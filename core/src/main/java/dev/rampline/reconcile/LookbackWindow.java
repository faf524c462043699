package dev.rampline.reconcile;

import java.time.Duration;
import java.util.Objects;

/**
 * How far back a pass goes.
 *
 * @param overlap before the start of the last completed one
 * @param initialLookback of the first
 */
public record LookbackWindow(Duration overlap, Duration initialLookback) {
  public LookbackWindow {
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(initialLookback, "horizon");
  }
}
