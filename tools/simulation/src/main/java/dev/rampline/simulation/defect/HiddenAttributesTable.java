package dev.rampline.simulation.defect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Hides attributes of stored records. */
final class HiddenAttributesTable extends ForwardingTable {
  /** The precedence of a record: without it, the last event to arrive wins. */
  static final Set<String> PRECEDENCE =
      Set.of("currentStatus", "terminalStates", "refunded", "conflict");

  /** The other ids of a customer. */
  static final Set<String> ALIASES = Set.of("aliases");

  private final Set<String> hidden;

  HiddenAttributesTable(DynamoDbClient sound, Set<String> hidden) {
    super(sound);
    this.hidden = hidden;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    GetItemResponse answer = super.getItem(request);
    if (!answer.hasItem()) {
      return answer;
    }
    Map<String, AttributeValue> item = new HashMap<>(answer.item());
    item.keySet().removeAll(hidden);
    return answer.toBuilder().item(item).build();
  }
}
