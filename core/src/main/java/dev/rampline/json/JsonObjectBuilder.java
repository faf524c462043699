package dev.rampline.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in the making; what is absent leaves no member. Not thread-safe. */
public final class JsonObjectBuilder {
  private final Map<String, Json> members = new LinkedHashMap<>();

  /** Adds a member. */
  public JsonObjectBuilder with(String name, Json value) {
    members.put(name, value);
    return this;
  }

  /** Adds a text, unless it is absent. */
  public JsonObjectBuilder with(String name, @Nullable String text) {
    return text == null ? this : with(name, new Json.Text(text));
  }

  /** Adds a moment in ISO 8601, unless it is absent. */
  public JsonObjectBuilder with(String name, @Nullable Instant moment) {
    return moment == null ? this : with(name, moment.toString());
  }

  /** Adds true or false. */
  public JsonObjectBuilder with(String name, boolean truth) {
    return with(name, new Json.Bool(truth));
  }

  /** Adds a whole number. */
  public JsonObjectBuilder with(String name, long number) {
    return with(name, new Json.Num(Long.toString(number)));
  }

  /** Whether there is no member. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** What was made. */
  public Json.Obj build() {
    return new Json.Obj(members);
  }
}
