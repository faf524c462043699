package dev.rampline.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One fact about an order.
 *
 * @param names under which the provider's pages have it
 * @param value as it is sent
 * @param canonical as it is to be kept
 */
record EmulatedField(List<String> names, JsonNode value, String canonical) {
  EmulatedField {
    names = List.copyOf(names);
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(canonical, "canonical");
  }

  static EmulatedField text(String value, String... names) {
    return new EmulatedField(List.of(names), TextNode.valueOf(value), value);
  }

  /** A number with its digits as they are, or the same as text (provider.md A10). */
  static EmulatedField amount(BigDecimal amount, boolean quoted, String... names) {
    JsonNode value =
        quoted ? TextNode.valueOf(amount.toPlainString()) : DecimalNode.valueOf(amount);
    return new EmulatedField(List.of(names), value, amount.stripTrailingZeros().toPlainString());
  }
}
