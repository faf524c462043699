package dev.rampline.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value, immutable. A number keeps its literal text. */
public sealed interface Json {

  /** An object. Its members keep their order. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members =
          Collections.unmodifiableMap(
              members instanceof OwnedMembers ? members : new LinkedHashMap<>(members));
    }

    /** Returns the member with that name, which may be a JSON null. */
    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** Returns the object without these members. */
    public Obj without(Collection<String> names) {
      if (Collections.disjoint(members.keySet(), names)) {
        return this;
      }
      Map<String, Json> others = new OwnedMembers(members);
      names.forEach(others::remove);
      return new Obj(others);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string, unescaped; it may contain unpaired surrogates. */
  record Text(String value) implements Json {}

  /** A number's literal, such as {@code 1.50} or {@code 1e400}. */
  record Num(String literal) implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}
}
