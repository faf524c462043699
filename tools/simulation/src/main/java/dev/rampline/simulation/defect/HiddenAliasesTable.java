package dev.rampline.simulation.defect;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Hides which other ids a customer has. */
final class HiddenAliasesTable extends ForwardingTable {
  HiddenAliasesTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    GetItemResponse answer = super.getItem(request);
    if (!answer.hasItem()) {
      return answer;
    }
    Map<String, AttributeValue> item = new HashMap<>(answer.item());
    item.remove("aliases");
    return answer.toBuilder().item(item).build();
  }
}
