package dev.rampline.emulator;

import java.time.Duration;
import java.util.Objects;

/**
 * The provider's timeout and retries ({@code docs/provider-api.md#delivery-rules}).
 *
 * @param timeout the response timeout
 * @param retries the number of retries
 * @param interval the delay before the first retry, which doubles each time; the provider's own is
 *     undocumented
 */
public record RetryPolicy(Duration timeout, int retries, Duration interval) {
  public RetryPolicy {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(interval, "interval");
  }

  /** The documented 10 seconds and 3 retries, with short delays. */
  public static RetryPolicy fast() {
    return new RetryPolicy(Duration.ofSeconds(10), 3, Duration.ofMillis(50));
  }

  Duration delayBefore(int retry) {
    return interval.multipliedBy(1L << (retry - 1));
  }
}
