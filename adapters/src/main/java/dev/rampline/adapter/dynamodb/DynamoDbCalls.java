package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls DynamoDB and converts transient faults to {@link LedgerUnavailableException}. Errors of the
 * request (validation, access, a missing table) are bugs or configuration errors and remain SDK
 * exceptions.
 */
final class DynamoDbCalls {
  private DynamoDbCalls() {}

  static <T> T call(Deadline deadline, Supplier<T> call) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException(FailureCause.NO_TIME_LEFT);
    }
    try {
      return CallLimit.within(deadline, call);
    } catch (SdkException fault) {
      if (AwsFaults.isTransient(fault)) {
        throw new LedgerUnavailableException("DynamoDB: " + AwsFaults.name(fault), fault);
      }
      throw fault;
    }
  }
}
