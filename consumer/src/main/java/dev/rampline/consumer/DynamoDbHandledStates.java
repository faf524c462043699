package dev.rampline.consumer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The memory as a DynamoDB table of the consumer's own: one item a subject, under the key {@code
 * subject} (S). One consistent read for a message, and one conditional write for one that is news.
 * Thread-safe.
 *
 * <p>Let no item expire: what was forgotten is handled again when it is sent again.
 */
public final class DynamoDbHandledStates implements HandledStates {
  private static final String SEQUENCE = "sequence";
  private static final String NOTHING_YET = "attribute_not_exists(subject)";
  private static final String AS_FOUND = "#sequence = :found";

  private final DynamoDbClient client;
  private final String table;

  /** Remembers in that table. */
  public DynamoDbHandledStates(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  @Override
  public Optional<HandledState> find(String subject) {
    Map<String, AttributeValue> key = Map.of(DynamoDbItem.SUBJECT, AttributeValue.fromS(subject));
    GetItemResponse answer =
        client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem()
        ? Optional.of(handled(new DynamoDbItem(answer.item())))
        : Optional.empty();
  }

  /**
   * The sequence grows with everything that is remembered, so it alone tells what was found. A
   * write that was done and whose answer got lost is reported as not done: its message comes again,
   * and is passed over.
   */
  @Override
  public boolean replace(String subject, @Nullable HandledState found, HandledState next) {
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item(subject, next))
            .conditionExpression(NOTHING_YET);
    if (found != null) {
      put.conditionExpression(AS_FOUND)
          .expressionAttributeNames(Map.of("#sequence", SEQUENCE))
          .expressionAttributeValues(Map.of(":found", number(found.sequence())));
    }
    try {
      client.putItem(put.build());
      return true;
    } catch (ConditionalCheckFailedException overtaken) {
      return false;
    }
  }

  private static HandledState handled(DynamoDbItem item) {
    return new HandledState(item.number(SEQUENCE), item.text(DynamoDbItem.STATE), item.conflict());
  }

  private static Map<String, AttributeValue> item(String subject, HandledState handled) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(DynamoDbItem.SUBJECT, AttributeValue.fromS(subject));
    item.put(SEQUENCE, number(handled.sequence()));
    item.put(DynamoDbItem.STATE, AttributeValue.fromS(handled.state()));
    if (handled.conflict() != null) {
      item.put(DynamoDbItem.CONFLICT, DynamoDbItem.of(handled.conflict()));
    }
    return item;
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
