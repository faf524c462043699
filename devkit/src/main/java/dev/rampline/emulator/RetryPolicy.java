package dev.rampline.emulator;

import java.time.Duration;
import java.util.Objects;

/**
 * How the provider waits and tries again (provider.md §3.1).
 *
 * @param timeout within which an answer must be there
 * @param retries how often it tries again
 * @param interval before the first retry; it doubles each time. The provider's own is not known
 */
public record RetryPolicy(Duration timeout, int retries, Duration interval) {
  public RetryPolicy {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(interval, "interval");
  }

  /** 10 seconds and 3 retries, as documented; the waits are short ones. */
  public static RetryPolicy fast() {
    return new RetryPolicy(Duration.ofSeconds(10), 3, Duration.ofMillis(50));
  }

  Duration delayBefore(int retry) {
    return interval.multipliedBy(1L << (retry - 1));
  }
}
