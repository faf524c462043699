package dev.rampline.simulation.defect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

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
      Map<String, AttributeValue> item = new HashMap<>(rejected.item());
      item.put("writes", AttributeValue.fromL(List.of()));
      throw ConditionalCheckFailedException.builder().item(item).build();
    }
  }
}
