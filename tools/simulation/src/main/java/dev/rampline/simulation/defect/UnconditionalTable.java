package dev.rampline.simulation.defect;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Writes without a condition. */
final class UnconditionalTable extends ForwardingTable {
  UnconditionalTable(DynamoDbClient sound) {
    super(sound);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return super.putItem(
        request.toBuilder()
            .conditionExpression(null)
            .expressionAttributeValues(null)
            .returnValuesOnConditionCheckFailure((String) null)
            .build());
  }
}
