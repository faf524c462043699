package dev.rampline.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The properties of a table.
 *
 * @param name the table name
 * @param keys the key schema of the table and, by name, of its indexes with their projections
 * @param billing the billing mode
 * @param stream the stream view type
 */
record TableShape(String name, Map<String, String> keys, String billing, String stream) {
  private static final String TABLE = "";

  static TableShape of(JsonNode properties) {
    Map<String, String> keys = new TreeMap<>(Map.of(TABLE, keys(properties)));
    properties
        .path("GlobalSecondaryIndexes")
        .forEach(
            index ->
                keys.put(
                    index.path("IndexName").asText(),
                    keys(index) + index.at("/Projection/ProjectionType").asText()));
    return new TableShape(
        properties.path("TableName").asText(),
        keys,
        properties.path("BillingMode").asText(),
        properties.at("/StreamSpecification/StreamViewType").asText());
  }

  static TableShape of(TableDescription table) {
    Map<String, String> keys = new TreeMap<>(Map.of(TABLE, keys(table.keySchema())));
    table
        .globalSecondaryIndexes()
        .forEach(
            index ->
                keys.put(
                    index.indexName(),
                    keys(index.keySchema()) + index.projection().projectionTypeAsString()));
    return new TableShape(
        table.tableName(),
        keys,
        table.billingModeSummary().billingModeAsString(),
        table.streamSpecification().streamViewTypeAsString());
  }

  private static String keys(JsonNode tableOrIndex) {
    return StreamSupport.stream(tableOrIndex.path("KeySchema").spliterator(), false)
        .map(key -> key.path("AttributeName").asText() + " " + key.path("KeyType").asText() + " ")
        .collect(Collectors.joining());
  }

  private static String keys(List<KeySchemaElement> keys) {
    return keys.stream()
        .map(key -> key.attributeName() + " " + key.keyTypeAsString() + " ")
        .collect(Collectors.joining());
  }
}
