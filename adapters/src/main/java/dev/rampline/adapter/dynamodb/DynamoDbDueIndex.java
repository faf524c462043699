package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Subject;
import dev.rampline.reconcile.DueIndex;
import dev.rampline.time.Deadline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The due records in the table's index {@code open}. Thread-safe; its iterators are not. */
public final class DynamoDbDueIndex implements DueIndex {
  private final DynamoDbClient client;
  private final String table;

  public DynamoDbDueIndex(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  @Override
  public Iterator<List<Subject>> findDue(Instant now, Deadline deadline) {
    DueQuery query = new DueQuery(client, table, now, deadline);
    List<String> others =
        IntStream.range(0, IndexKeys.OPEN_PARTITIONS).mapToObj(Integer::toString).toList();
    return new DuePages(query, List.of(List.of(IndexKeys.CONFLICTS), others));
  }

  @Override
  public void postponeUnreadable(Subject subject, Instant nextCheckAt, Deadline deadline) {
    Map<String, AttributeValue> item =
        DynamoDbCalls.call(deadline, () -> client.getItem(get(subject))).item();
    AttributeValue revision = item.get(RecordCodec.REVISION);
    if (revision == null || revision.n() == null || !item.containsKey(IndexKeys.OPEN)) {
      return;
    }
    Map<String, AttributeValue> postponed = new HashMap<>(item);
    BigDecimal next = new BigDecimal(revision.n()).add(BigDecimal.ONE);
    postponed.put(RecordCodec.REVISION, AttributeValue.fromN(next.toPlainString()));
    postponed.put(
        IndexKeys.NEXT_CHECK_AT,
        AttributeValue.fromN(IndexKeys.epochSeconds(nextCheckAt).toPlainString()));
    try {
      DynamoDbCalls.call(deadline, () -> client.putItem(put(postponed, revision)));
    } catch (ConditionalCheckFailedException changed) {
      // Newer code wrote the record, and with it the time of its next check.
    }
  }

  private GetItemRequest get(Subject subject) {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Map.of(RecordCodec.SUBJECT, AttributeValue.fromS(subject.text())))
        .consistentRead(true)
        .build();
  }

  private PutItemRequest put(Map<String, AttributeValue> item, AttributeValue revision) {
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .conditionExpression("revision = :expected")
        .expressionAttributeValues(Map.of(":expected", revision))
        .build();
  }
}
