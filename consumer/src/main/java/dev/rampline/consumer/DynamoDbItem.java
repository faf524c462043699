package dev.rampline.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the attributes of an item. An attribute of an unexpected type throws a {@link
 * RuntimeException}.
 */
record DynamoDbItem(Map<String, AttributeValue> attributes) {
  static final DynamoDbItem EMPTY = new DynamoDbItem(Map.of());
  static final String SUBJECT = "subject";
  static final String STATE = "state";
  static final String CONFLICT = "conflict";
  private static final String TERMINAL_STATES = "terminalStates";
  private static final String RESOLVED_STATE = "settled";

  String text(String name) {
    return required(name, textOrNull(name));
  }

  @Nullable String textOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : required(name, value.s());
  }

  long number(String name) {
    AttributeValue value = attributes.get(name);
    return Long.parseLong(required(name, value == null ? null : value.n()));
  }

  boolean flag(String name, boolean absent) {
    AttributeValue value = attributes.get(name);
    return value == null ? absent : value.bool();
  }

  Optional<DynamoDbItem> map(String name) {
    AttributeValue value = attributes.get(name);
    return value == null
        ? Optional.empty()
        : Optional.of(new DynamoDbItem(required(name, value.hasM() ? value.m() : null)));
  }

  @Nullable Conflict conflict() {
    DynamoDbItem conflict = map(CONFLICT).orElse(null);
    return conflict == null
        ? null
        : new Conflict(conflict.texts(TERMINAL_STATES), conflict.textOrNull(RESOLVED_STATE));
  }

  static AttributeValue of(Conflict conflict) {
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    map.put(
        TERMINAL_STATES,
        AttributeValue.fromL(
            conflict.terminalStates().stream().map(AttributeValue::fromS).toList()));
    if (conflict.resolvedState() != null) {
      map.put(RESOLVED_STATE, AttributeValue.fromS(conflict.resolvedState()));
    }
    return AttributeValue.fromM(map);
  }

  private List<String> texts(String name) {
    AttributeValue list = attributes.get(name);
    return required(name, list == null || !list.hasL() ? null : list.l()).stream()
        .map(AttributeValue::s)
        .toList();
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("The item has no valid attribute: " + name);
    }
    return value;
  }
}
