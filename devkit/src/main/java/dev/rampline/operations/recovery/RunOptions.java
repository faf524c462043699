package dev.rampline.operations.recovery;

import java.time.InstantSource;
import java.util.Objects;

/**
 * What a run is bound to.
 *
 * @param environment what stands in the source of every message: two with one id have equal bytes
 * @param rateLimiter of this run alone
 */
public record RunOptions(
    String environment, InstantSource clock, RateLimiter rateLimiter, RunListener listener) {
  /** Why a run ended that its operator ended. */
  static final String STOP_REQUESTED = "it was told to end";

  public RunOptions {
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(rateLimiter, "tempo");
    Objects.requireNonNull(listener, "operator");
  }
}
