package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * The ledger as a DynamoDB table: one item per subject, one call per method. Several entries are
 * written in a transaction. Thread-safe.
 */
public final class DynamoDbLedger implements Ledger {
  private static final String NO_RECORD_YET = "attribute_not_exists(subject)";
  private static final String EXPECTED_REVISION = "revision = :expected";
  private static final String EXPECTED_WRITE =
      EXPECTED_REVISION + " AND contains(" + HistoryCodec.WRITE_IDS + ", :write)";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbLedger(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    if (consistency == Consistency.REMEMBERED) {
      return Optional.empty();
    }
    GetItemResponse response =
        DynamoDbCalls.call(deadline, () -> client.getItem(get(subject, consistency)));
    return response.hasItem() ? Optional.of(EntryCodec.decode(response.item())) : Optional.empty();
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    return DynamoDbCalls.call(deadline, () -> writeOnce(next));
  }

  private WriteResult writeOnce(Entry next) {
    try {
      client.putItem(put(next));
      return new WriteResult.Written();
    } catch (ConditionalCheckFailedException failure) {
      return superseded(failure);
    } catch (TransactionConflictException conflict) {
      return new WriteResult.Contended();
    }
  }

  @Override
  public WriteResult writeAll(List<? extends Entry> next, Deadline deadline) {
    if (next.size() == 1) {
      return write(next.getFirst(), deadline);
    }
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(next.stream().map(this::transactPut).toList())
            .build();
    try {
      DynamoDbCalls.call(deadline, () -> client.transactWriteItems(request));
      return new WriteResult.Written();
    } catch (TransactionCanceledException canceled) {
      return TransactionResult.of(canceled);
    }
  }

  private TransactWriteItem transactPut(Entry entry) {
    PutItemRequest put = put(entry);
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeValues(
                    put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure())
                .build())
        .build();
  }

  private GetItemRequest get(Subject subject, Consistency consistency) {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Map.of(RecordCodec.SUBJECT, AttributeValue.fromS(subject.text())))
        .consistentRead(consistency == Consistency.STRONG)
        .build();
  }

  private PutItemRequest put(Entry next) {
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(table)
            .item(EntryCodec.encode(next))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    long expected = next.revision().number() - 1;
    if (expected == 0) {
      return put.conditionExpression(NO_RECORD_YET).build();
    }
    AttributeValue number = AttributeValue.fromN(Long.toString(expected));
    UUID write = next.revision().earlierWriteId().orElse(null);
    return write == null
        ? put.conditionExpression(EXPECTED_REVISION)
            .expressionAttributeValues(Map.of(":expected", number))
            .build()
        : put.conditionExpression(EXPECTED_WRITE)
            .expressionAttributeValues(
                Map.of(":expected", number, ":write", HistoryCodec.value(write)))
            .build();
  }

  /**
   * Reads the current entry from the failed write. If there is no item, the record was deleted: the
   * event must be decided again without a record.
   */
  private static WriteResult superseded(ConditionalCheckFailedException failure) {
    if (!failure.hasItem()) {
      throw new LedgerUnavailableException("The record to replace was deleted", failure);
    }
    return new WriteResult.Superseded(EntryCodec.decode(failure.item()));
  }
}
