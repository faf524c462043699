package dev.rampline.adapter.dynamodb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RandomRecords;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RecordCodecTest {
  private static final int TYPICAL_BYTES = 2048;

  @Test
  void typicalOrder_isBelow2KB() {
    int bytes = ItemSize.of(RecordCodec.encode(SampleRecords.typicalOrder()));

    assertThat(bytes).as("%d bytes, two write units at most", bytes).isLessThan(TYPICAL_BYTES);
  }

  @Test
  void minimalRecord_hasNoEmptyAttributes() {
    LedgerRecord bare = SampleRecords.first(SampleRecords.freshOrder());

    assertThat(RecordCodec.encode(bare))
        .containsOnlyKeys("subject", "state", "revision", "version", "updatedAt", "last");
  }

  @Test
  void fieldsOfOneEvent_shareOnePrecedence() {
    Map<String, AttributeValue> item = RecordCodec.encode(SampleRecords.typicalOrder());

    assertThat(requireNonNull(item.get("fields")).l())
        .extracting(
            entry -> entry.m().containsKey("values") ? entry.m().get("values").m().size() : 0)
        .containsExactly(0, 10, 2);
  }

  @Test
  void idInAKey_isNotRepeated() {
    LedgerRecord typical = SampleRecords.typicalOrder();
    Map<String, FieldValue> fields = typical.fields().values();
    String id = requireNonNull(fields.get("orderId")).value();
    String partnerId = requireNonNull(fields.get("partnerOrderId")).value();
    LedgerRecord record =
        new LedgerRecord(
            Subject.order(id),
            typical.revision(),
            typical.content(),
            typical.transitions(),
            typical.lastChange(),
            typical.unknownAttributes());

    Map<String, AttributeValue> item = RecordCodec.encode(record);

    assertThat(item.toString()).containsOnlyOnce(partnerId).containsOnlyOnce(id);
    assertThat(RecordCodec.decode(item)).isEqualTo(record);
  }

  @Test
  void anyRecord_isDecodedAsEncoded() {
    Random random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      Subject subject = round % 2 == 0 ? Subject.order("o-1") : Subject.customer("c-1");
      LedgerRecord record = new RandomRecords(random).first(subject);

      assertThat(RecordCodec.decode(RecordCodec.encode(record))).isEqualTo(record);
    }
  }

  @Test
  void unknownAttributes_areKept() {
    Map<String, AttributeValue> item =
        new HashMap<>(RecordCodec.encode(SampleRecords.typicalOrder()));
    item.put("tomorrow", AttributeValue.fromM(Map.of("deep", AttributeValue.fromNul(true))));
    item.put("numbers", AttributeValue.fromNs(List.of("1", "2.50")));

    LedgerRecord record = RecordCodec.decode(item);

    assertThat(RecordCodec.encode(record)).isEqualTo(item);
  }

  @Test
  void invalidTrace_isDropped_andTheRecordIsDecoded() {
    Map<String, AttributeValue> item =
        new HashMap<>(RecordCodec.encode(SampleRecords.typicalOrder()));
    Map<String, AttributeValue> last = new HashMap<>(requireNonNull(item.get("last")).m());
    last.put("traceparent", AttributeValue.fromS("tomorrow"));
    item.put("last", AttributeValue.fromM(last));

    LedgerRecord record = RecordCodec.decode(item);

    assertThat(record.lastChange().trace()).isNull();
    assertThat(record.lastChange().decision())
        .isEqualTo(SampleRecords.typicalOrder().lastChange().decision());
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "revision", "version", "updatedAt", "last"})
  void itemWithoutARequiredAttribute_isUnreadable(String name) {
    Map<String, AttributeValue> item =
        new HashMap<>(RecordCodec.encode(SampleRecords.typicalOrder()));
    item.remove(name);

    assertUnreadable(item);
  }

  @ParameterizedTest
  @MethodSource("unknownValues")
  void itemWithAnUnknownValue_isUnreadable(String name, AttributeValue ofTomorrow) {
    Map<String, AttributeValue> item =
        new HashMap<>(RecordCodec.encode(SampleRecords.typicalOrder()));
    assertThat(item.put(name, ofTomorrow)).isNotNull();

    assertUnreadable(item);
  }

  static Stream<Arguments> unknownValues() {
    AttributeValue state = AttributeValue.fromM(Map.of("state", AttributeValue.fromS("tomorrow")));
    AttributeValue fields =
        AttributeValue.fromM(
            Map.of("rank", AttributeValue.fromN("1"), "by", AttributeValue.fromS("tomorrow")));
    AttributeValue reference =
        AttributeValue.fromM(
            Map.of("state", AttributeValue.fromS("delivering"), "p", AttributeValue.fromN("99")));
    return Stream.of(
        Arguments.of("currentStatus", state),
        Arguments.of("terminalStates", AttributeValue.fromL(List.of(state))),
        Arguments.of("currentStatus", reference),
        Arguments.of("fields", AttributeValue.fromL(List.of(fields))),
        Arguments.of(
            "transitions", AttributeValue.fromL(List.of(AttributeValue.fromS("completed")))),
        Arguments.of("updatedAt", AttributeValue.fromS("tomorrow")),
        Arguments.of("version", AttributeValue.fromS("2")));
  }

  private static void assertUnreadable(Map<String, AttributeValue> item) {
    assertThatThrownBy(() -> RecordCodec.decode(item))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageNotContaining("tomorrow");
  }
}
