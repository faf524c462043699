package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads values of one payload and counts the known fields that it omits. Not thread-safe. */
final class PayloadFieldReader {
  private final Payload payload;
  private final Set<String> omittedFields = new HashSet<>();

  PayloadFieldReader(Payload payload) {
    this.payload = payload;
  }

  /** Returns the first value of the body that is present and valid, in the first such object. */
  Optional<String> findInBody(ValueFormat form, List<MemberPath> names) {
    for (int index = 0; index < payload.body().size(); index++) {
      Optional<String> text = find(payload.body().get(index), form, names);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** Returns the first value of the root that is present and valid. */
  Optional<String> findInRoot(ValueFormat form, List<MemberPath> names) {
    return find(payload.root(), form, names);
  }

  /**
   * Returns the first valid value of a nested object of the root; empty if there is no such object.
   */
  Optional<String> findInObject(String object, ValueFormat form, List<MemberPath> names) {
    return Payload.object(payload.root(), object).flatMap(part -> find(part, form, names));
  }

  /** Returns the valid values of all names in all objects of the body. */
  List<String> allInBody(ValueFormat form, List<MemberPath> names) {
    List<String> values = new ArrayList<>(2);
    for (Json.Obj part : payload.body()) {
      for (int index = 0; index < names.size(); index++) {
        Optional<String> value = read(part, form, names.get(index));
        if (value.isPresent()) {
          values.add(value.get());
        }
      }
    }
    return values;
  }

  /** Returns the first value of each name that is present anywhere in the body, valid or not. */
  List<Json> firstValues(List<MemberPath> names) {
    return firstValues(payload.body(), names);
  }

  /** Returns such values of the objects that are not in a member for an order. */
  List<Json> valuesOfNoOrder(List<MemberPath> names) {
    return firstValues(
        payload.body().stream().filter(part -> !payload.orders().contains(part)).toList(), names);
  }

  Payload payload() {
    return payload;
  }

  int omittedFields() {
    return omittedFields.size();
  }

  private static List<Json> firstValues(List<Json.Obj> parts, List<MemberPath> names) {
    List<Json> values = new ArrayList<>(1);
    for (MemberPath name : names) {
      for (Json.Obj part : parts) {
        Json value = name.find(part);
        if (value != null && ValueFormat.CODE.hasValue(value)) {
          values.add(value);
          break;
        }
      }
    }
    return values;
  }

  private Optional<String> find(Json.Obj part, ValueFormat form, List<MemberPath> names) {
    for (int index = 0; index < names.size(); index++) {
      Optional<String> text = read(part, form, names.get(index));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<String> read(Json.Obj part, ValueFormat form, MemberPath name) {
    Json value = name.find(part);
    if (value == null || !form.hasValue(value)) {
      return Optional.empty();
    }
    Optional<String> text = form.read(value);
    if (text.isEmpty()) {
      omittedFields.add(name.text());
    }
    return text;
  }
}
