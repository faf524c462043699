package dev.rampline.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One field of an order.
 *
 * @param names its names on the provider's pages
 * @param value the value as sent
 * @param canonical the value as stored
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

  /**
   * A number with its digits unchanged, or the same number as text ({@code
   * docs/provider-api.md#a10}).
   */
  static EmulatedField amount(BigDecimal amount, boolean quoted, String... names) {
    JsonNode value =
        quoted ? TextNode.valueOf(amount.toPlainString()) : DecimalNode.valueOf(amount);
    return new EmulatedField(List.of(names), value, amount.stripTrailingZeros().toPlainString());
  }
}
