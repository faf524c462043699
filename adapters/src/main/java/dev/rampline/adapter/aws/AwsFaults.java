package dev.rampline.adapter.aws;

import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.failure.FailureCause;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Classifies and names AWS faults. */
public final class AwsFaults {
  private static final int SERVER_ERROR = 500;
  private static final int REQUEST_TIMEOUT = 408;
  private static final Set<String> CONTENTION =
      Set.of("TransactionConflictException", "ReplicatedWriteConflictException");

  private AwsFaults() {}

  /**
   * Returns whether a retry may succeed: no response, a service error, throttling or contention.
   * Errors of the request (validation, access, a missing table) are not transient.
   */
  public static boolean isTransient(SdkException fault) {
    if (!(fault instanceof AwsServiceException response)) {
      return true;
    }
    return response.statusCode() >= SERVER_ERROR
        || response.statusCode() == REQUEST_TIMEOUT
        || response.isThrottlingException()
        || CONTENTION.contains(code(response));
  }

  /**
   * Returns the AWS error code, else the {@link FailureCause}, else the exception's class; never
   * its message.
   */
  public static String name(SdkException fault) {
    return fault instanceof AwsServiceException response && !code(response).isEmpty()
        ? code(response)
        : NetworkFaults.find(fault)
            .map(FailureCause::text)
            .orElseGet(() -> fault.getClass().getSimpleName());
  }

  /** Returns what happened, as a clause that a sentence for an operator can end with. */
  public static String description(SdkException fault) {
    return fault instanceof AwsServiceException
        ? String.valueOf(fault.getMessage())
        : NetworkFaults.find(fault)
            .map(FailureCause::description)
            .orElseGet(() -> String.valueOf(fault.getMessage()));
  }

  private static String code(AwsServiceException response) {
    AwsErrorDetails details = response.awsErrorDetails();
    return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
  }
}
