package dev.rampline.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RandomRecords;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.SizeLimiter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ItemSizeTest {
  @Test
  void size_ofEveryType_isAsInDynamoDb() {
    Map<String, AttributeValue> item =
        Map.of(
            "s", AttributeValue.fromS("漢é"),
            "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[7])),
            "t", AttributeValue.fromBool(true),
            "z", AttributeValue.fromNul(true),
            "l", AttributeValue.fromL(List.of(AttributeValue.fromS("abc"))),
            "m", AttributeValue.fromM(Map.of("k", AttributeValue.fromS("ab"))));

    assertThat(ItemSize.of(item)).isEqualTo(6 + 5 + 7 + 1 + 1 + (3 + 1 + 3) + (3 + 1 + 1 + 2));
  }

  @Test
  void item_ofAnyRecord_isWithinTheEstimate() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      LedgerRecord record = new RandomRecords(random).first(SampleRecords.freshOrder());

      assertThat(ItemSize.of(RecordCodec.encode(record)))
          .isLessThan(SizeLimiter.estimateBytes(record));
    }
  }
}
