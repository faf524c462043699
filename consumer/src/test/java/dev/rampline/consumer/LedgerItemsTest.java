package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the items that the readers in all languages read: as the ledger writes them, and such as it
 * would never write.
 */
class LedgerItemsTest {
  private final DynamoDbClient client = EmbeddedTables.client();
  private final String table = ConsumerTable.create(client);
  private final LedgerReader reader = new LedgerReader(client, table);

  static Stream<LedgerVector> vectors() throws IOException {
    return LedgerVector.all(Path.of("vectors", "ledger.json"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void item_isRead(LedgerVector vector) {
    String subject = put(vector.item());
    LedgerResult expected = vector.result();

    if (expected == null) {
      assertThatThrownBy(() -> reader.read(subject))
          .isInstanceOf(UnreadableSnapshotException.class)
          .hasMessage("Not a readable ledger record");
    } else {
      assertThat(reader.read(subject)).isEqualTo(expected);
    }
    vector.changes().forEach(compared -> assertCompared(reader.read(subject), compared));
  }

  private static void assertCompared(LedgerResult result, LedgerVector.ComparedChange compared) {
    RecordSnapshot snapshot = ((LedgerResult.Found) result).snapshot();
    assertThat(snapshot.isBehind(compared.change())).isEqualTo(compared.isBehind());
    assertThat(snapshot.isConsistentWith(compared.change())).isEqualTo(compared.isConsistent());
  }

  private String put(@Nullable Map<String, AttributeValue> item) {
    if (item == null) {
      return "order/unknown";
    }
    client.putItem(put -> put.tableName(table).item(item));
    return item.getOrDefault("subject", AttributeValue.fromS("")).s();
  }
}
