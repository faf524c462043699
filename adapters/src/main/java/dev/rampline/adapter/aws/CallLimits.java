package dev.rampline.adapter.aws;

import dev.rampline.time.Deadline;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** How long one call to AWS may take. */
public final class CallLimits {
  /** The SDK takes no limit of zero. */
  private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

  private CallLimits() {}

  /**
   * Ends the call, its retries included, at the deadline. One attempt has half the time, so that an
   * answer that got lost leaves the other half for another try.
   */
  public static AwsRequestOverrideConfiguration until(Deadline deadline) {
    Duration whole = deadline.remaining().plus(MIN_TIMEOUT);
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(whole)
        .apiCallAttemptTimeout(whole.dividedBy(2).plus(MIN_TIMEOUT))
        .build();
  }
}
