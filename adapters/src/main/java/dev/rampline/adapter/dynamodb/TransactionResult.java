package dev.rampline.adapter.dynamodb;

import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerUnavailableException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads why DynamoDB canceled a transaction. */
final class TransactionResult {
  private static final String NONE = "None";
  private static final String CONDITION = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";
  private static final Set<String> TRANSIENT =
      Set.of("ThrottlingError", "ProvisionedThroughputExceeded");

  private TransactionResult() {}

  /**
   * @throws LedgerUnavailableException if the table throttles, or a record was deleted
   * @throws TransactionCanceledException if the request is invalid
   */
  static WriteResult of(TransactionCanceledException canceled) {
    List<CancellationReason> reasons =
        canceled.cancellationReasons().stream()
            .filter(reason -> !NONE.equals(reason.code()))
            .toList();
    for (CancellationReason reason : reasons) {
      if (CONDITION.equals(reason.code()) && reason.hasItem()) {
        return new WriteResult.Superseded(EntryCodec.decode(reason.item()));
      }
    }
    if (reasons.stream().anyMatch(reason -> CONFLICT.equals(reason.code()))) {
      return new WriteResult.Contended();
    }
    if (reasons.stream()
        .anyMatch(reason -> CONDITION.equals(reason.code()) || TRANSIENT.contains(reason.code()))) {
      throw new LedgerUnavailableException("DynamoDB canceled the transaction", canceled);
    }
    throw canceled;
  }
}
