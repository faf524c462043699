package dev.rampline.simulation.defect;

import dev.rampline.simulation.cloud.ItemAttributes;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/**
 * Trusts a record that this process has written before: a later write of the same subject counts as
 * done, although another process has replaced the record.
 */
final class RememberingTable extends ForwardingTable {
  private final Set<String> written = new HashSet<>();

  RememberingTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    String subject = ItemAttributes.text(request.item(), "subject");
    try {
      PutItemResponse response = super.putItem(request);
      written.add(subject);
      return response;
    } catch (ConditionalCheckFailedException rejected) {
      if (written.contains(subject)) {
        return PutItemResponse.builder().build();
      }
      throw rejected;
    }
  }
}
