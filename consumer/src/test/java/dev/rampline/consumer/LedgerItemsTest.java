package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items as the ledger writes them, and items that it would never write. */
class LedgerItemsTest {
  private static final String ORDER = "order/1";

  private final DynamoDbClient client = EmbeddedTables.client();
  private final String table = ConsumerTable.create(client);
  private final LedgerReader reader = new LedgerReader(client, table);
  private final Map<String, AttributeValue> item =
      new HashMap<>(
          Map.of(
              "subject", AttributeValue.fromS(ORDER),
              "state", AttributeValue.fromS("completed"),
              "version", AttributeValue.fromN("7"),
              "updatedAt", AttributeValue.fromS("2026-03-01T10:30:00Z"),
              "last", AttributeValue.fromM(Map.of("trust", AttributeValue.fromS("signed"))),
              "walletAddress", AttributeValue.fromS("not read")));

  @Test
  void record_isRead() {
    put();

    assertThat(reader.read(ORDER))
        .isEqualTo(
            new LedgerResult.Found(
                new RecordSnapshot(
                    ORDER,
                    "completed",
                    7,
                    null,
                    null,
                    true,
                    "signed",
                    Instant.parse("2026-03-01T10:30:00Z"))));
  }

  @Test
  void conflict_andConfirmation_areRead() {
    item.put("conflict", DynamoDbItem.of(new Conflict(List.of("completed", "failed"), "failed")));
    item.put(
        "currentStatus", AttributeValue.fromM(Map.of("confirmed", AttributeValue.fromBool(false))));
    put();

    assertThat(reader.read(ORDER))
        .isInstanceOfSatisfying(
            LedgerResult.Found.class,
            found -> {
              assertThat(found.snapshot().confirmed()).isFalse();
              assertThat(found.snapshot().conflict())
                  .isEqualTo(new Conflict(List.of("completed", "failed"), "failed"));
            });
  }

  @Test
  void statusThatDoesNotSayOtherwise_isConfirmed() {
    item.put("currentStatus", AttributeValue.fromM(Map.of()));
    put();

    assertThat(reader.read(ORDER))
        .isInstanceOfSatisfying(
            LedgerResult.Found.class, found -> assertThat(found.snapshot().confirmed()).isTrue());
  }

  @Test
  void erasedSubject_isNoUnknownSubject() {
    item.keySet().retainAll(List.of("subject", "updatedAt"));
    item.put("erased", AttributeValue.fromBool(true));
    put();

    assertThat(reader.read(ORDER))
        .isEqualTo(new LedgerResult.Erased(Instant.parse("2026-03-01T10:30:00Z")));
    assertThat(reader.read("order/2")).isEqualTo(new LedgerResult.Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "version", "updatedAt", "last"})
  void itemWithoutAnAttribute_isUnreadable(String attribute) {
    item.remove(attribute);

    assertUnreadable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "version", "updatedAt", "last", "conflict", "currentStatus"})
  void itemWithAnAttributeOfAnotherType_isUnreadable(String attribute) {
    item.put(attribute, AttributeValue.fromL(List.of()));

    assertUnreadable();
  }

  @Test
  void conflictWithoutItsStates_isUnreadable() {
    item.put("conflict", AttributeValue.fromM(Map.of()));

    assertUnreadable();
  }

  private void put() {
    client.putItem(put -> put.tableName(table).item(item));
  }

  private void assertUnreadable() {
    put();
    assertThatThrownBy(() -> reader.read(ORDER))
        .isInstanceOf(UnreadableSnapshotException.class)
        .hasMessage("Not a readable ledger record");
  }
}
