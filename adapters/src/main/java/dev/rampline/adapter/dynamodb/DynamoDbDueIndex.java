package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.aws.CallLimits;
import dev.rampline.event.Subject;
import dev.rampline.reconcile.DueIndex;
import dev.rampline.time.Deadline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The due records in the table's index {@code open}, with one query per partition. Thread-safe. */
public final class DynamoDbDueIndex implements DueIndex {
  /** Per partition: 320 subjects are more than a minute's work at the default rate. */
  private static final int MAX_PER_PARTITION = 20;

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbDueIndex(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  @Override
  public List<Subject> findDue(Instant now, Deadline deadline) {
    return IntStream.range(0, IndexKeys.OPEN_PARTITIONS)
        .mapToObj(partition -> query(partition, now, deadline))
        .flatMap(query -> items(query, deadline))
        .sorted(Comparator.comparing(item -> nextCheckAt(item)))
        .map(item -> new Subject(item.text(RecordCodec.SUBJECT)))
        .toList();
  }

  private Stream<MapReader> items(QueryRequest query, Deadline deadline) {
    return DynamoDbCalls.call(deadline, () -> client.query(query)).items().stream()
        .map(MapReader::new);
  }

  private static BigDecimal nextCheckAt(MapReader item) {
    return new BigDecimal(Objects.requireNonNull(item.numberOrNull(IndexKeys.NEXT_CHECK_AT)));
  }

  private QueryRequest query(int partition, Instant now, Deadline deadline) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName("open")
        .keyConditionExpression("#open = :open AND nextCheckAt <= :now")
        .expressionAttributeNames(Map.of("#open", IndexKeys.OPEN))
        .expressionAttributeValues(
            Map.of(
                ":open", AttributeValue.fromS(Integer.toString(partition)),
                ":now", AttributeValue.fromN(IndexKeys.epochSeconds(now).toPlainString())))
        .limit(MAX_PER_PARTITION)
        .overrideConfiguration(CallLimits.until(deadline))
        .build();
  }
}
