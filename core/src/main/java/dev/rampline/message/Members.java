package dev.rampline.message;

import dev.rampline.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in the making; what is absent leaves no member. */
final class Members {
  private final Map<String, Json> members = new LinkedHashMap<>();

  Members with(String name, Json value) {
    members.put(name, value);
    return this;
  }

  Members with(String name, @Nullable String text) {
    return text == null ? this : with(name, new Json.Text(text));
  }

  Members with(String name, @Nullable Instant moment) {
    return moment == null ? this : with(name, moment.toString());
  }

  Members with(String name, boolean truth) {
    return with(name, new Json.Bool(truth));
  }

  Members with(String name, long number) {
    return with(name, new Json.Num(Long.toString(number)));
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  Json.Obj object() {
    return new Json.Obj(members);
  }
}
