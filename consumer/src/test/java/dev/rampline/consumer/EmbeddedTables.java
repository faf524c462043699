package dev.rampline.consumer;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.LocalClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local, which starts once in this process and ends with it; or the one of the SDK's
 * variable {@code AWS_ENDPOINT_URL_DYNAMODB}, as on a JDK that is too old to start it.
 */
public final class EmbeddedTables {
  private static final DynamoDbClient CLIENT =
      System.getenv("AWS_ENDPOINT_URL_DYNAMODB") == null
          ? LocalClients.dynamoDb(EmbeddedDynamoDb.start(0).endpoint())
          : DynamoDbClient.create();

  private EmbeddedTables() {}

  public static DynamoDbClient client() {
    return CLIENT;
  }
}
