package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds values in one payload, and remembers which known fields did not fit. */
final class Reading {
  private final Payload payload;
  private final Set<String> leftOut = new HashSet<>();

  Reading(Payload payload) {
    this.payload = payload;
  }

  /** The first value that says something and fits, in the body. */
  Optional<String> inBody(Form form, List<String> names) {
    return first(payload.body(), form, names);
  }

  /** The same in the root. */
  Optional<String> inRoot(Form form, List<String> names) {
    return first(List.of(payload.root()), form, names);
  }

  /** The same in an object of the root, if there is one of that name. */
  Optional<String> inObject(String object, Form form, List<String> names) {
    return Payload.object(payload.root(), object)
        .flatMap(part -> first(List.of(part), form, names));
  }

  /** The first value of the body that says something, whatever it is. */
  Optional<Json> told(List<String> names) {
    for (String name : names) {
      for (Json.Obj part : payload.body()) {
        Json value = part.members().get(name);
        if (value != null && Form.CODE.tells(value)) {
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }

  Payload payload() {
    return payload;
  }

  int leftOut() {
    return leftOut.size();
  }

  private Optional<String> first(List<Json.Obj> parts, Form form, List<String> names) {
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

  private Optional<String> read(Json.Obj part, Form form, String name) {
    Json value = part.members().get(name);
    if (value == null || !form.tells(value)) {
      return Optional.empty();
    }
    Optional<String> text = form.read(value);
    if (text.isEmpty()) {
      leftOut.add(name);
    }
    return text;
  }
}
