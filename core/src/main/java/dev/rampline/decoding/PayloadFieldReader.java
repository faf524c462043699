package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads values of one payload and counts the known fields that it omits. Not thread-safe. */
final class PayloadFieldReader {
  private final Payload payload;
  private final Set<String> omittedFields = new HashSet<>();

  PayloadFieldReader(Payload payload) {
    this.payload = payload;
  }

  /** Returns the first value of the body that is present and valid, in the first such object. */
  Optional<String> findInBody(ValueFormat form, List<String> names) {
    return first(payload.body(), form, names);
  }

  /** Returns the first value of the root that is present and valid. */
  Optional<String> findInRoot(ValueFormat form, List<String> names) {
    return first(List.of(payload.root()), form, names);
  }

  /**
   * Returns the first valid value of a nested object of the root; empty if there is no such object.
   */
  Optional<String> findInObject(String object, ValueFormat form, List<String> names) {
    return Payload.object(payload.root(), object)
        .flatMap(part -> first(List.of(part), form, names));
  }

  /** Returns the different valid values of all names in all objects of the body. */
  Set<String> allInBody(ValueFormat form, List<String> names) {
    return payload.body().stream()
        .flatMap(part -> names.stream().flatMap(name -> read(part, form, name).stream()))
        .collect(Collectors.toSet());
  }

  /** Returns the first value of each name that is present anywhere in the body, valid or not. */
  Stream<Json> firstValues(List<String> names) {
    return firstValues(payload.body(), names);
  }

  /** Returns such values of the objects that are not in a member for an order. */
  Stream<Json> valuesOfNoOrder(List<String> names) {
    return firstValues(
        payload.body().stream().filter(part -> !payload.orders().contains(part)).toList(), names);
  }

  Payload payload() {
    return payload;
  }

  int omittedFields() {
    return omittedFields.size();
  }

  private static Stream<Json> firstValues(List<Json.Obj> parts, List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                parts.stream()
                    .flatMap(part -> Stream.ofNullable(value(part, name)))
                    .filter(ValueFormat.CODE::hasValue)
                    .limit(1));
  }

  private Optional<String> first(List<Json.Obj> parts, ValueFormat form, List<String> names) {
    for (Json.Obj part : parts) {
      for (String name : names) {
        Optional<String> text = read(part, form, name);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> read(Json.Obj part, ValueFormat form, String name) {
    Json value = value(part, name);
    if (value == null || !form.hasValue(value)) {
      return Optional.empty();
    }
    Optional<String> text = form.read(value);
    if (text.isEmpty()) {
      omittedFields.add(name);
    }
    return text;
  }

  private static @Nullable Json value(Json.Obj part, String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? part.members().get(name)
        : Payload.object(part, name.substring(0, dot))
            .flatMap(inner -> inner.get(name.substring(dot + 1)))
            .orElse(null);
  }
}
