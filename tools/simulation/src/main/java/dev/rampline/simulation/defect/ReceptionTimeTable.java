package dev.rampline.simulation.defect;

import dev.rampline.simulation.cloud.ItemAttributes;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Records the time of an event's receipt as that of the write. */
final class ReceptionTimeTable extends ForwardingTable {
  ReceptionTimeTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return super.putItem(request.toBuilder().item(change(request.item())).build());
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return super.transactWriteItems(
        request.toBuilder()
            .transactItems(
                request.transactItems().stream().map(ReceptionTimeTable::change).toList())
            .build());
  }

  private static TransactWriteItem change(TransactWriteItem write) {
    return write.toBuilder()
        .put(write.put().toBuilder().item(change(write.put().item())).build())
        .build();
  }

  private static Map<String, AttributeValue> change(Map<String, AttributeValue> written) {
    Map<String, AttributeValue> item = new HashMap<>(written);
    AttributeValue receivedAt = ItemAttributes.last(item).get("receivedAt");
    if (receivedAt != null) {
      item.put("updatedAt", receivedAt);
    }
    return item;
  }
}
