package dev.rampline.consumer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads the current state of a subject from the ledger. Use it before an action that cannot be
 * undone: a message has the state at the time it was sent. It reads no details of the order or
 * customer. One consistent read for each call. Thread-safe.
 */
public final class LedgerReader {
  private static final String VERSION = "version";
  private static final String CURRENT_STATUS = "currentStatus";
  private static final String LAST_CHANGE = "last";
  private static final String UPDATED_AT = "updatedAt";
  private static final String CONFIRMED_AT = "confirmedAt";
  private static final String ERASED = "erased";
  private static final List<String> ATTRIBUTES =
      List.of(
          DynamoDbItem.SUBJECT,
          DynamoDbItem.STATE,
          VERSION,
          DynamoDbItem.CONFLICT,
          CONFIRMED_AT,
          CURRENT_STATUS,
          LAST_CHANGE,
          UPDATED_AT,
          ERASED);

  /** Placeholders for attribute names, because DynamoDB reserves many words. */
  private static final Map<String, String> NAMES =
      ATTRIBUTES.stream().collect(toUnmodifiableMap(name -> "#" + name, name -> name));

  private final DynamoDbClient client;
  private final String table;

  /** Reads from a ledger's table, such as {@code rampline-ledger}. */
  public LedgerReader(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  /**
   * Reads the current state of a subject.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if DynamoDB is unavailable; a
   *     handler should let it pass to receive the change again
   * @throws UnreadableSnapshotException if the item is not a ledger record
   */
  public LedgerResult read(String subject) {
    GetItemResponse response = client.getItem(request(subject));
    return response.hasItem()
        ? result(new DynamoDbItem(response.item()))
        : new LedgerResult.Unknown();
  }

  private static LedgerResult result(DynamoDbItem item) {
    try {
      return item.flag(ERASED, false)
          ? new LedgerResult.Erased(Instant.parse(item.text(UPDATED_AT)))
          : new LedgerResult.Found(snapshot(item));
    } catch (RuntimeException unreadable) {
      throw new UnreadableSnapshotException(unreadable);
    }
  }

  private GetItemRequest request(String subject) {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Map.of(DynamoDbItem.SUBJECT, AttributeValue.fromS(subject)))
        .consistentRead(true)
        .projectionExpression(String.join(", ", NAMES.keySet()))
        .expressionAttributeNames(NAMES)
        .build();
  }

  private static RecordSnapshot snapshot(DynamoDbItem item) {
    String confirmedAt = item.textOrNull(CONFIRMED_AT);
    return new RecordSnapshot(
        item.text(DynamoDbItem.SUBJECT),
        item.text(DynamoDbItem.STATE),
        item.number(VERSION),
        item.conflict(),
        confirmedAt == null ? null : Instant.parse(confirmedAt),
        item.map(CURRENT_STATUS).map(status -> status.flag("confirmed", true)).orElse(true),
        item.map(LAST_CHANGE).orElse(DynamoDbItem.EMPTY).text("trust"),
        Instant.parse(item.text(UPDATED_AT)));
  }
}
