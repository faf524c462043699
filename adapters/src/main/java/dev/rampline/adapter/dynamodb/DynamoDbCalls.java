package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells a table that is down from one that is asked wrongly: what DynamoDB says of the request
 * itself (validation, access, no such table) is a mistake of ours or of the set-up, and comes out
 * as the SDK's exception.
 */
final class DynamoDbCalls {
  private DynamoDbCalls() {}

  static <T> T call(Deadline deadline, Supplier<T> call) {
    if (deadline.hasPassed()) {
      throw new LedgerUnavailableException("The deadline has passed", null);
    }
    try {
      return call.get();
    } catch (SdkException fault) {
      if (AwsFaults.isTransient(fault)) {
        throw new LedgerUnavailableException("DynamoDB: " + AwsFaults.name(fault), fault);
      }
      throw fault;
    }
  }
}
