package dev.rampline.operations.recovery;

import java.time.InstantSource;
import java.util.Objects;

/**
 * Options of a run.
 *
 * @param environment the environment in the source of every message; it must be the stack's, so
 *     that messages with the same id have the same bytes
 * @param rateLimiter a rate limiter that no other run uses
 */
public record RunOptions(
    String environment, InstantSource clock, RateLimiter rateLimiter, RunListener listener) {
  /** The stop reason after a request to stop. */
  static final String STOP_REQUESTED = "stop requested";

  public RunOptions {
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(rateLimiter, "rateLimiter");
    Objects.requireNonNull(listener, "listener");
  }
}
