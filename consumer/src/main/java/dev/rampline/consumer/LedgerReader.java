package dev.rampline.consumer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Looks a subject up in the ledger, for whoever is about to do what cannot be undone: a message
 * says how things stood when it was sent. It reads what it needs and none of the details. One
 * consistent read a call. Thread-safe.
 */
public final class LedgerReader {
  private static final String VERSION = "version";
  private static final String CURRENT_STATUS = "standing";
  private static final String LAST_CHANGE = "last";
  private static final String UPDATED_AT = "updatedAt";
  private static final String ERASED = "erased";
  private static final List<String> ATTRIBUTES =
      List.of(
          DynamoDbItem.SUBJECT,
          DynamoDbItem.STATE,
          VERSION,
          DynamoDbItem.CONFLICT,
          CURRENT_STATUS,
          LAST_CHANGE,
          UPDATED_AT,
          ERASED);

  /** Under names of our own: DynamoDB keeps many words for itself. */
  private static final Map<String, String> NAMES =
      ATTRIBUTES.stream().collect(toUnmodifiableMap(name -> "#" + name, name -> name));

  private final DynamoDbClient client;
  private final String table;

  /** Reads from that ledger's table, such as {@code rampline-ledger}. */
  public LedgerReader(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  /**
   * Where a subject stands; empty if the ledger has no record of it, or has none any more: it was
   * forgotten.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if DynamoDB cannot be asked; a
   *     handler lets it through, and gets its change again
   * @throws UnreadableSnapshotException if what is there is no record of a ledger
   */
  public Optional<RecordSnapshot> read(String subject) {
    GetItemResponse answer = client.getItem(request(subject));
    return answer.hasItem() && !new DynamoDbItem(answer.item()).flag(ERASED, false)
        ? Optional.of(snapshot(subject, answer.item()))
        : Optional.empty();
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

  private static RecordSnapshot snapshot(String subject, Map<String, AttributeValue> attributes) {
    DynamoDbItem item = new DynamoDbItem(attributes);
    try {
      return new RecordSnapshot(
          item.text(DynamoDbItem.SUBJECT),
          item.text(DynamoDbItem.STATE),
          item.number(VERSION),
          item.conflict(),
          item.map(CURRENT_STATUS).map(standing -> standing.flag("confirmed", true)).orElse(true),
          item.map(LAST_CHANGE).orElse(DynamoDbItem.EMPTY).text("trust"),
          Instant.parse(item.text(UPDATED_AT)));
    } catch (RuntimeException unreadable) {
      throw new UnreadableSnapshotException(subject, unreadable);
    }
  }
}
