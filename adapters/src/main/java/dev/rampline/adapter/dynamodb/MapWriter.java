package dev.rampline.adapter.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds a map of attributes. It skips absent and empty values, because every byte costs money. */
final class MapWriter {
  private final Map<String, AttributeValue> members = new LinkedHashMap<>();

  MapWriter text(String name, @Nullable String value) {
    if (value != null) {
      members.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  MapWriter number(String name, long value) {
    return number(name, BigDecimal.valueOf(value));
  }

  MapWriter number(String name, BigDecimal value) {
    members.put(name, AttributeValue.fromN(value.toPlainString()));
    return this;
  }

  MapWriter instant(String name, @Nullable Instant value) {
    return text(name, value == null ? null : value.toString());
  }

  /** Writes a flag unless it equals the value that an absent attribute means. */
  MapWriter flag(String name, boolean value, boolean absent) {
    if (value != absent) {
      members.put(name, AttributeValue.fromBool(value));
    }
    return this;
  }

  <T> MapWriter list(String name, List<T> values, Function<T, AttributeValue> form) {
    if (!values.isEmpty()) {
      members.put(name, AttributeValue.fromL(values.stream().map(form).toList()));
    }
    return this;
  }

  MapWriter map(String name, Map<String, AttributeValue> value) {
    if (!value.isEmpty()) {
      members.put(name, AttributeValue.fromM(value));
    }
    return this;
  }

  MapWriter all(Map<String, AttributeValue> others) {
    members.putAll(others);
    return this;
  }

  Map<String, AttributeValue> members() {
    return members;
  }

  AttributeValue value() {
    return AttributeValue.fromM(members);
  }
}
