package dev.rampline.simulation.defect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Hides the precedence of stored records, so that the last event to arrive wins. */
final class ArrivalOrderTable extends ForwardingTable {
  private static final Set<String> PROGRESS =
      Set.of("currentStatus", "terminalStates", "refunded", "conflict");

  ArrivalOrderTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    GetItemResponse answer = super.getItem(request);
    if (!answer.hasItem()) {
      return answer;
    }
    Map<String, AttributeValue> item = new HashMap<>(answer.item());
    item.keySet().removeAll(PROGRESS);
    return answer.toBuilder().item(item).build();
  }
}
