package dev.rampline.adapter.aws;

import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Which faults of AWS pass by themselves, and what they are called in a log. */
public final class AwsFaults {
  private static final int SERVER_ERROR = 500;
  private static final int REQUEST_TIMEOUT = 408;
  private static final Set<String> CONTENTION =
      Set.of("TransactionConflictException", "ReplicatedWriteConflictException");

  private AwsFaults() {}

  /**
   * Whether the same call may succeed a little later with nothing changed: no answer at all, an
   * error of the service itself, throttling, contention. What the service says of the request
   * (validation, access, a table that is not there) is not of that kind.
   */
  public static boolean isTransient(SdkException fault) {
    if (!(fault instanceof AwsServiceException answer)) {
      return true;
    }
    return answer.statusCode() >= SERVER_ERROR
        || answer.statusCode() == REQUEST_TIMEOUT
        || answer.isThrottlingException()
        || CONTENTION.contains(code(answer));
  }

  /** The error code that AWS gave, else the kind of the exception; never its message. */
  public static String name(SdkException fault) {
    return fault instanceof AwsServiceException answer && !code(answer).isEmpty()
        ? code(answer)
        : fault.getClass().getSimpleName();
  }

  private static String code(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
  }
}
