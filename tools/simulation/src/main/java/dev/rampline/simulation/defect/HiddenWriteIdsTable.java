package dev.rampline.simulation.defect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Hides the write IDs of stored items, so that a process does not recognize its own write. */
final class HiddenWriteIdsTable extends ForwardingTable {
  HiddenWriteIdsTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    try {
      return super.putItem(request);
    } catch (ConditionalCheckFailedException rejected) {
      throw ConditionalCheckFailedException.builder().item(withoutWrites(rejected.item())).build();
    }
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    try {
      return super.transactWriteItems(request);
    } catch (TransactionCanceledException rejected) {
      throw TransactionCanceledException.builder()
          .cancellationReasons(
              rejected.cancellationReasons().stream().map(HiddenWriteIdsTable::hide).toList())
          .build();
    }
  }

  private static CancellationReason hide(CancellationReason reason) {
    return reason.hasItem() && !reason.item().isEmpty()
        ? reason.toBuilder().item(withoutWrites(reason.item())).build()
        : reason;
  }

  private static Map<String, AttributeValue> withoutWrites(Map<String, AttributeValue> held) {
    Map<String, AttributeValue> item = new HashMap<>(held);
    item.put("writes", AttributeValue.fromL(List.of()));
    return item;
  }
}
