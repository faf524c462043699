package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds values in one payload, and remembers which known fields did not fit. */
final class PayloadFieldReader {
  private final Payload payload;
  private final Set<String> omittedFields = new HashSet<>();

  PayloadFieldReader(Payload payload) {
    this.payload = payload;
  }

  /** The first value that says something and fits, in the body. */
  Optional<String> findInBody(ValueFormat form, List<String> names) {
    return first(payload.body(), form, names);
  }

  /** The same in the root. */
  Optional<String> findInRoot(ValueFormat form, List<String> names) {
    return first(List.of(payload.root()), form, names);
  }

  /** The same in an object of the root, if there is one of that name. */
  Optional<String> findInObject(String object, ValueFormat form, List<String> names) {
    return Payload.object(payload.root(), object)
        .flatMap(part -> first(List.of(part), form, names));
  }

  /** The first value of the body that says something, whatever it is. */
  Optional<Json> firstValue(List<String> names) {
    for (String name : names) {
      for (Json.Obj part : payload.body()) {
        Json value = part.members().get(name);
        if (value != null && ValueFormat.CODE.hasValue(value)) {
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }

  Payload payload() {
    return payload;
  }

  int omittedFields() {
    return omittedFields.size();
  }

  private Optional<String> first(List<Json.Obj> parts, ValueFormat form, List<String> names) {
    for (String name : names) {
      for (Json.Obj part : parts) {
        Optional<String> text = read(part, form, name);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> read(Json.Obj part, ValueFormat form, String name) {
    Json value = part.members().get(name);
    if (value == null || !form.hasValue(value)) {
      return Optional.empty();
    }
    Optional<String> text = form.read(value);
    if (text.isEmpty()) {
      omittedFields.add(name);
    }
    return text;
  }
}
