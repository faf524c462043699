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
 * Stores handled states in a DynamoDB table of the consumer, one item for each subject, with the
 * key {@code subject} (S). Each message takes one consistent read; each newer message takes one
 * conditional write as well. Thread-safe.
 *
 * <p>Do not let items expire: a change whose item is gone is handled again if it is sent again.
 */
public final class DynamoDbHandledStates implements HandledStates {
  private static final String SEQUENCE = "sequence";
  private static final String CONFIRMED = "confirmed";
  private static final String NOT_STORED = "attribute_not_exists(subject)";
  private static final String UNCHANGED = "#sequence = :found";

  private final DynamoDbClient client;
  private final String table;

  /** Uses a table. */
  public DynamoDbHandledStates(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  @Override
  public Optional<HandledState> find(String subject) {
    Map<String, AttributeValue> key = Map.of(DynamoDbItem.SUBJECT, AttributeValue.fromS(subject));
    GetItemResponse response =
        client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return response.hasItem()
        ? Optional.of(handled(new DynamoDbItem(response.item())))
        : Optional.empty();
  }

  /**
   * Replaces the state if the stored sequence is still the expected one. A write whose response is
   * lost counts as failed: its message is delivered again and skipped.
   */
  @Override
  public boolean replace(String subject, @Nullable HandledState expected, HandledState next) {
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item(subject, next))
            .conditionExpression(NOT_STORED);
    if (expected != null) {
      put.conditionExpression(UNCHANGED)
          .expressionAttributeNames(Map.of("#sequence", SEQUENCE))
          .expressionAttributeValues(Map.of(":found", number(expected.sequence())));
    }
    try {
      client.putItem(put.build());
      return true;
    } catch (ConditionalCheckFailedException overtaken) {
      return false;
    }
  }

  private static HandledState handled(DynamoDbItem item) {
    return new HandledState(
        item.number(SEQUENCE),
        item.text(DynamoDbItem.STATE),
        item.conflict(),
        item.flag(CONFIRMED, false));
  }

  private static Map<String, AttributeValue> item(String subject, HandledState handled) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(DynamoDbItem.SUBJECT, AttributeValue.fromS(subject));
    item.put(SEQUENCE, number(handled.sequence()));
    item.put(DynamoDbItem.STATE, AttributeValue.fromS(handled.state()));
    if (handled.conflict() != null) {
      item.put(DynamoDbItem.CONFLICT, DynamoDbItem.of(handled.conflict()));
    }
    if (handled.confirmed()) {
      item.put(CONFIRMED, AttributeValue.fromBool(true));
    }
    return item;
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
