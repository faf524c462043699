package dev.rampline.adapter.dynamodb;

import static java.util.Objects.requireNonNull;

import dev.rampline.event.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads and writes the table's items and indexes directly.
 *
 * @param client the client
 * @param table the table name
 */
record LedgerItems(DynamoDbClient client, String table) {
  Map<String, AttributeValue> item(Subject subject) {
    Map<String, AttributeValue> key = Map.of("subject", AttributeValue.fromS(subject.text()));
    return client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
  }

  void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(table).item(item));
  }

  boolean inOpenIndex(Subject subject, long nextCheckAt) {
    return IntStream.range(0, 16)
        .mapToObj(Integer::toString)
        .flatMap(partition -> dueSubjects(partition, nextCheckAt).stream())
        .anyMatch(subject.text()::equals);
  }

  List<String> byPartnerOrderId(String id) {
    return subjects(
        client.query(
            query ->
                query
                    .tableName(table)
                    .indexName("partner-order")
                    .keyConditionExpression("partnerOrderId = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id)))));
  }

  private List<String> dueSubjects(String partition, long nextCheckAt) {
    return subjects(
        client.query(
            query ->
                query
                    .tableName(table)
                    .indexName("open")
                    .keyConditionExpression("#open = :open AND nextCheckAt = :nextCheckAt")
                    .expressionAttributeNames(Map.of("#open", "open"))
                    .expressionAttributeValues(
                        Map.of(
                            ":open", AttributeValue.fromS(partition),
                            ":nextCheckAt", AttributeValue.fromN(Long.toString(nextCheckAt))))));
  }

  private static List<String> subjects(QueryResponse found) {
    return found.items().stream().map(item -> requireNonNull(item.get("subject")).s()).toList();
  }
}
