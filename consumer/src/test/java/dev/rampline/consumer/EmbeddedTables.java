package dev.rampline.consumer;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.LocalClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local, which starts once in this process and ends with it. */
final class EmbeddedTables {
  private static final DynamoDbClient CLIENT =
      LocalClients.dynamoDb(EmbeddedDynamoDb.start(0).endpoint());

  private EmbeddedTables() {}

  static DynamoDbClient client() {
    return CLIENT;
  }
}
