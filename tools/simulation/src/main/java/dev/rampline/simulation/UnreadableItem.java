package dev.rampline.simulation;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Creates items in the format of a future version of the code. */
final class UnreadableItem {
  private UnreadableItem() {}

  static Map<String, AttributeValue> item(int number) {
    return Map.of(
        "subject", AttributeValue.fromS("order/poison-" + number),
        "revision", AttributeValue.fromN("1"),
        "version", AttributeValue.fromN("1"),
        "state", AttributeValue.fromS("teleported"),
        "open", AttributeValue.fromS(Integer.toString(number % 16)),
        "nextCheckAt", AttributeValue.fromN("1768471200"));
  }
}
