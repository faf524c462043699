package dev.rampline.simulation.cloud;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition expression of the supported form: conditions on one attribute, joined by {@code OR}
 * or {@code AND}.
 *
 * @param text the expression
 * @param values the values of its {@code :name} placeholders
 */
record ConditionExpression(String text, Map<String, AttributeValue> values) {

  /** Whether an item, or its absence, satisfies the condition. */
  boolean isMet(@Nullable Map<String, AttributeValue> item) {
    return Arrays.stream(text.split(" OR "))
        .anyMatch(
            terms ->
                Arrays.stream(terms.split(" AND "))
                    .allMatch(term -> isTermMet(term.strip(), item)));
  }

  private boolean isTermMet(String term, @Nullable Map<String, AttributeValue> item) {
    if (term.startsWith("attribute_not_exists(")) {
      String name = term.substring(term.indexOf('(') + 1, term.indexOf(')'));
      return item == null || !item.containsKey(name);
    }
    if (term.startsWith("contains(")) {
      int comma = term.indexOf(", ");
      AttributeValue list =
          item == null ? null : item.get(term.substring("contains(".length(), comma));
      AttributeValue value = values.get(term.substring(comma + 2, term.length() - 1));
      return list != null && list.l().contains(value);
    }
    int equals = term.indexOf(" = ");
    AttributeValue value = equals < 0 ? null : values.get(term.substring(equals + 3));
    if (value == null) {
      throw new IllegalArgumentException("Unsupported condition expression: " + text);
    }
    return item != null && value.equals(item.get(term.substring(0, equals)));
  }
}
