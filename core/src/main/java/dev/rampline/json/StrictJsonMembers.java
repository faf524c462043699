package dev.rampline.json;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a JSON object; each can be read once. A missing member or another type throws
 * {@link IllegalArgumentException}.
 */
public final class StrictJsonMembers {
  private final Map<String, Json> remaining;

  private StrictJsonMembers(Map<String, Json> members) {
    this.remaining = new HashMap<>(members);
  }

  /** Returns the members of an object. */
  public static StrictJsonMembers of(Json json) {
    if (json instanceof Json.Obj(Map<String, Json> members)) {
      return new StrictJsonMembers(members);
    }
    throw new IllegalArgumentException("Not an object");
  }

  /** Reads an object. */
  public StrictJsonMembers members(String name) {
    return of(required(name));
  }

  /** Reads a string. */
  public String text(String name) {
    return text(required(name));
  }

  /** Reads a string that may be absent. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(remaining.remove(name)).map(StrictJsonMembers::text);
  }

  /** Reads an integer that may be absent. */
  public Optional<Long> findNumber(String name) {
    return Optional.ofNullable(remaining.remove(name)).map(StrictJsonMembers::number);
  }

  /** Reads an integer. */
  public long number(String name) {
    return number(required(name));
  }

  /** Reads a boolean. */
  public boolean bool(String name) {
    if (required(name) instanceof Json.Bool(boolean value)) {
      return value;
    }
    throw new IllegalArgumentException("Not a boolean");
  }

  /** Reads a list of strings. */
  public Set<String> texts(String name) {
    if (!(required(name) instanceof Json.Arr(List<Json> items))) {
      throw new IllegalArgumentException("Not an array");
    }
    Set<String> texts = new LinkedHashSet<>();
    items.forEach(item -> texts.add(text(item)));
    return texts;
  }

  /** Reads all remaining members. */
  public Map<String, String> allTexts() {
    Map<String, String> texts = new HashMap<>();
    remaining.forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  /** Checks that every member was read. */
  public void requireEmpty() {
    if (!remaining.isEmpty()) {
      throw new IllegalArgumentException("Unexpected members");
    }
  }

  private Json required(String name) {
    return Optional.ofNullable(remaining.remove(name))
        .orElseThrow(() -> new IllegalArgumentException("A member is missing"));
  }

  private static String text(Json json) {
    if (json instanceof Json.Text(String value)) {
      return value;
    }
    throw new IllegalArgumentException("Not a string");
  }

  private static long number(Json json) {
    if (json instanceof Json.Num(String literal)) {
      return Long.parseLong(literal);
    }
    throw new IllegalArgumentException("Not a number");
  }
}
