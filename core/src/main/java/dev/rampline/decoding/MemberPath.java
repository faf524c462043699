package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a member of an object, or of a member of an object in it.
 *
 * @param text the whole name: {@code fee.total} is the member {@code total} of the object {@code
 *     fee}
 * @param outer the name of the object's own member
 * @param inner the name of the member in that member; null if there is none
 */
record MemberPath(String text, String outer, @Nullable String inner) {
  static MemberPath of(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new MemberPath(text, text, null)
        : new MemberPath(text, text.substring(0, dot), text.substring(dot + 1));
  }

  static List<MemberPath> all(String... texts) {
    return Stream.of(texts).map(MemberPath::of).toList();
  }

  static List<MemberPath> all(Collection<String> texts) {
    return texts.stream().map(MemberPath::of).toList();
  }

  /** Returns the member with that name; null if there is none. */
  @Nullable Json find(Json.Obj object) {
    Json member = object.members().get(outer);
    return inner == null
        ? member
        : member instanceof Json.Obj nested ? nested.members().get(inner) : null;
  }
}
