package dev.rampline.reconcile;

import java.time.Duration;
import java.util.Objects;

/**
 * How far back a pass goes.
 *
 * @param overlap before the start of the last completed one
 * @param horizon of the first
 */
public record Reach(Duration overlap, Duration horizon) {
  public Reach {
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(horizon, "horizon");
  }
}
