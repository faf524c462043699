package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tests that the deployed table equals the embedded table of tests and local runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTableTest {
  private final JsonNode deployed = Template.read().properties("Ledger");
  private final EmbeddedDynamoDb store = EmbeddedDynamoDb.start(0);
  private final DynamoDbClient client = LocalClients.dynamoDb(store.endpoint());

  LedgerTableTest() throws IOException {}

  @BeforeAll
  void createTable() {
    LedgerTable.create(client);
  }

  @AfterAll
  void closeStore() {
    client.close();
    store.close();
  }

  @Test
  void table_deployedAndEmbedded_haveTheSameKey() {
    assertThat(keys(deployed)).isEqualTo(keys(embedded().keySchema()));
  }

  @Test
  void table_deployedAndEmbedded_haveTheSameAttributes() {
    assertThat(Template.elements(deployed.path("AttributeDefinitions")))
        .extracting(
            attribute -> attribute.path("AttributeName").asText(),
            attribute -> attribute.path("AttributeType").asText())
        .containsExactlyInAnyOrderElementsOf(
            embedded().attributeDefinitions().stream()
                .map(
                    attribute ->
                        tuple(attribute.attributeName(), attribute.attributeTypeAsString()))
                .toList());
  }

  @Test
  void table_deployedAndEmbedded_haveTheSameIndexes() {
    assertThat(Template.elements(deployed.path("GlobalSecondaryIndexes")).map(this::index))
        .containsExactlyInAnyOrderElementsOf(
            embedded().globalSecondaryIndexes().stream().map(LedgerTableTest::index).toList());
  }

  @Test
  void table_deployedAndEmbedded_haveTheSameStream() {
    assertThat(deployed.path("StreamSpecification").path("StreamViewType").asText())
        .isEqualTo(embedded().streamSpecification().streamViewTypeAsString());
  }

  private TableDescription embedded() {
    String name = deployed.path("TableName").asText();
    return client.describeTable(request -> request.tableName(name)).table();
  }

  private String index(JsonNode index) {
    return "%s %s %s"
        .formatted(
            index.path("IndexName").asText(),
            keys(index),
            index.path("Projection").path("ProjectionType").asText());
  }

  private static String index(GlobalSecondaryIndexDescription index) {
    return "%s %s %s"
        .formatted(index.indexName(), keys(index.keySchema()), index.projection().projectionType());
  }

  private static List<String> keys(JsonNode tableOrIndex) {
    return Template.elements(tableOrIndex.path("KeySchema"))
        .map(key -> key.path("AttributeName").asText() + " " + key.path("KeyType").asText())
        .toList();
  }

  private static List<String> keys(List<KeySchemaElement> keys) {
    return keys.stream().map(key -> key.attributeName() + " " + key.keyTypeAsString()).toList();
  }
}
