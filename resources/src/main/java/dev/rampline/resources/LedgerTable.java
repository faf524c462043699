package dev.rampline.resources;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * The ledger's table as in the deployed template: key, indexes and stream ({@code
 * docs/architecture.md#table}).
 */
public final class LedgerTable {
  /** The name on a laptop. */
  public static final String NAME = ResourceNames.LOCAL.table();

  private LedgerTable() {}

  /** Creates the table with the name on a laptop if it does not exist. */
  public static void create(DynamoDbClient client) {
    create(client, NAME);
  }

  /** Creates the table if it does not exist, and waits until it is active. */
  public static void create(DynamoDbClient client, String name) {
    try {
      client.createTable(plan(name));
    } catch (ResourceInUseException exists) {
      // The table exists. It has the same definition, because only this class creates it.
    }
    client.waiter().waitUntilTableExists(request -> request.tableName(name));
  }

  /** Returns the request that creates the table. */
  public static CreateTableRequest plan(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            attribute("subject", ScalarAttributeType.S),
            attribute("open", ScalarAttributeType.S),
            attribute("nextCheckAt", ScalarAttributeType.N),
            attribute("partnerOrderId", ScalarAttributeType.S))
        .keySchema(key("subject", KeyType.HASH))
        .globalSecondaryIndexes(
            index("open", key("open", KeyType.HASH), key("nextCheckAt", KeyType.RANGE)),
            index("partner-order", key("partnerOrderId", KeyType.HASH)))
        .streamSpecification(
            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
        .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(String name, KeySchemaElement... keys) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(List.of(keys))
        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }
}
