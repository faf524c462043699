package dev.rampline.simulation.defect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Hides records from the due index, so that open checks never run. */
final class NoDueIndexTable extends ForwardingTable {
  private static final List<String> DUE_INDEX_ATTRIBUTES = List.of("open", "nextCheckAt");

  NoDueIndexTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    Map<String, AttributeValue> item = new HashMap<>(request.item());
    item.keySet().removeAll(DUE_INDEX_ATTRIBUTES);
    return super.putItem(request.toBuilder().item(item).build());
  }
}
