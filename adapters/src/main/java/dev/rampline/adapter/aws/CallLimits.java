package dev.rampline.adapter.aws;

import dev.rampline.time.Deadline;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** How long one call to AWS may take. */
public final class CallLimits {
  /** Half the ledger's budget: an answer that got lost leaves time for a second try. */
  private static final Duration LONGEST_ATTEMPT = Duration.ofMillis(1500);

  private CallLimits() {}

  /** Ends the call, its retries included, at the deadline, which has not passed. */
  public static AwsRequestOverrideConfiguration until(Deadline deadline) {
    Duration whole = deadline.remaining().plusMillis(1);
    Duration attempt = whole.compareTo(LONGEST_ATTEMPT) < 0 ? whole : LONGEST_ATTEMPT;
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(whole)
        .apiCallAttemptTimeout(attempt)
        .build();
  }
}
