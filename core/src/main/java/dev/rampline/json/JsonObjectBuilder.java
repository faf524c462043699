package dev.rampline.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object. Absent values are skipped. Not thread-safe. */
public final class JsonObjectBuilder {
  private final Map<String, Json> members = new LinkedHashMap<>();

  /** Adds a member. */
  public JsonObjectBuilder with(String name, Json value) {
    members.put(name, value);
    return this;
  }

  /** Adds a string, unless it is null. */
  public JsonObjectBuilder with(String name, @Nullable String text) {
    return text == null ? this : with(name, new Json.Text(text));
  }

  /** Adds a time in ISO 8601, unless it is null. */
  public JsonObjectBuilder with(String name, @Nullable Instant instant) {
    return instant == null ? this : with(name, instant.toString());
  }

  /** Adds a boolean. */
  public JsonObjectBuilder with(String name, boolean value) {
    return with(name, new Json.Bool(value));
  }

  /** Adds an integer. */
  public JsonObjectBuilder with(String name, long number) {
    return with(name, new Json.Num(Long.toString(number)));
  }

  /** Returns whether there are no members. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** Returns the object. */
  public Json.Obj build() {
    return new Json.Obj(members);
  }
}
