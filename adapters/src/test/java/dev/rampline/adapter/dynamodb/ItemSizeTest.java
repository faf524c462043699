package dev.rampline.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LargestRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ItemSizeTest {
  /** DynamoDB's limit. */
  private static final int MAX_BYTES = 409_600;

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
  void largestRecord_leavesHalfOfTheItemToAttributesOfNewerCode() {
    int bytes = ItemSize.of(RecordCodec.encode(LargestRecord.create()));

    assertThat(bytes).isGreaterThan(100_000).isLessThan(MAX_BYTES / 2);
  }
}
