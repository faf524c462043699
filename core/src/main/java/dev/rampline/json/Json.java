package dev.rampline.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value, immutable. Numbers keep the text that they were written with. */
public sealed interface Json {

  /** An object; its members stand in the order in which they were written. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member with that name, a JSON null included. */
    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string, unescaped; it may hold unpaired surrogates. */
  record Text(String value) implements Json {}

  /** A number as it was written, such as {@code 1.50} or {@code 1e400}. */
  record Num(String literal) implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}
}
