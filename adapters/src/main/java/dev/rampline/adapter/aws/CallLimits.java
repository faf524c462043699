package dev.rampline.adapter.aws;

import dev.rampline.time.Deadline;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Limits the duration of one AWS call. */
public final class CallLimits {
  /** The SDK rejects a limit of zero. */
  private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

  private CallLimits() {}

  /**
   * Aborts the call, including retries, at the deadline. One attempt gets half the time, so that a
   * lost response leaves the other half for a retry.
   */
  public static AwsRequestOverrideConfiguration until(Deadline deadline) {
    Duration timeout = deadline.remaining().plus(MIN_TIMEOUT);
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(timeout)
        .apiCallAttemptTimeout(timeout.dividedBy(2).plus(MIN_TIMEOUT))
        .build();
  }
}
