package dev.rampline.adapter.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Computes the size of an item as described in the developer guide's section "DynamoDB item sizes
 * and formats". Where the guide says "approximately" (numbers), it rounds up.
 */
final class ItemSize {
  private static final int CONTAINER = 3;
  private static final int ENTRY = 1;
  private static final int SCALAR = 1;

  private ItemSize() {}

  static int of(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(entry -> bytes(entry.getKey()) + of(entry.getValue()))
        .sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> number(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case SS -> value.ss().stream().mapToInt(ItemSize::bytes).sum();
      case NS -> value.ns().stream().mapToInt(ItemSize::number).sum();
      case BS -> value.bs().stream().mapToInt(item -> item.asByteArrayUnsafe().length).sum();
      case M -> CONTAINER + ENTRY * value.m().size() + of(value.m());
      case L -> CONTAINER + value.l().stream().mapToInt(item -> ENTRY + of(item)).sum();
      case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> SCALAR;
    };
  }

  /** Counts one byte for two digits, one for the exponent and one for the sign. */
  private static int number(String digits) {
    return digits.length() / 2 + 3;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
