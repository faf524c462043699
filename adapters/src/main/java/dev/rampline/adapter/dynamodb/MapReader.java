package dev.rampline.adapter.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads attributes that {@link MapWriter} wrote. Absent attributes are null, empty or false. */
record MapReader(Map<String, AttributeValue> members) {
  static MapReader of(AttributeValue value) {
    return new MapReader(value.m());
  }

  /**
   * @throws IllegalArgumentException if the attribute is absent
   */
  String text(String name) {
    return required(name, textOrNull(name));
  }

  @Nullable String textOrNull(String name) {
    AttributeValue value = members.get(name);
    return value == null ? null : value.s();
  }

  <T> @Nullable T textOrNull(String name, Function<String, T> parser) {
    String text = textOrNull(name);
    return text == null ? null : parser.apply(text);
  }

  /**
   * @throws IllegalArgumentException if the attribute is absent
   */
  long number(String name) {
    return Long.parseLong(required(name, numberOrNull(name)));
  }

  @Nullable String numberOrNull(String name) {
    AttributeValue value = members.get(name);
    return value == null ? null : value.n();
  }

  /**
   * @throws IllegalArgumentException if the attribute is absent
   */
  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  @Nullable Instant instantOrNull(String name) {
    return textOrNull(name, Instant::parse);
  }

  boolean flag(String name, boolean absent) {
    AttributeValue value = members.get(name);
    return value == null ? absent : value.bool();
  }

  <T> List<T> list(String name, Function<AttributeValue, T> parser) {
    AttributeValue value = members.get(name);
    return value == null ? List.of() : value.l().stream().map(parser).toList();
  }

  Optional<MapReader> map(String name) {
    return Optional.ofNullable(members.get(name)).map(MapReader::of);
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("The item has no " + name);
    }
    return value;
  }
}
