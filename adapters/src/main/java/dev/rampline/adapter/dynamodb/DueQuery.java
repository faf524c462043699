package dev.rampline.adapter.dynamodb;

import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Queries a partition of the index {@code open} for items that are due.
 *
 * @param now what is due by then
 */
record DueQuery(DynamoDbClient client, String table, Instant now, Deadline deadline) {
  /** Of 16 partitions: 320 subjects are more than a minute's work at the default rate. */
  static final int MAX_PER_PAGE = 20;

  /**
   * Reads a page of the partition.
   *
   * @param after the last key of the page before; empty for the first page
   */
  QueryResponse page(String partition, Map<String, AttributeValue> after) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName("open")
            .keyConditionExpression("#open = :open AND nextCheckAt <= :now")
            .expressionAttributeNames(Map.of("#open", IndexKeys.OPEN))
            .expressionAttributeValues(
                Map.of(
                    ":open", AttributeValue.fromS(partition),
                    ":now", AttributeValue.fromN(IndexKeys.epochSeconds(now).toPlainString())))
            .limit(MAX_PER_PAGE);
    if (!after.isEmpty()) {
      query.exclusiveStartKey(after);
    }
    return DynamoDbCalls.call(deadline, () -> client.query(query.build()));
  }
}
