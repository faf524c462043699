package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import dev.rampline.json.Json;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names, never the values, of fields that nobody has documented or listed. */
final class UnknownFieldNames {
  /** Anything else might be data that stands as a name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  private UnknownFieldNames() {}

  /** The first in natural order, so that the order in which they were written does not matter. */
  static Set<String> find(Payload payload, Set<String> extraFields) {
    SortedSet<String> names = new TreeSet<>();
    add(names, payload.root(), extraFields);
    payload.body().forEach(part -> add(names, part, extraFields));
    return names;
  }

  private static void add(SortedSet<String> names, Json.Obj part, Set<String> extraFields) {
    for (String name : part.members().keySet()) {
      if (!Vocabulary.isKnown(name)
          && !extraFields.contains(name)
          && NAME.matcher(name).matches()) {
        names.add(name);
        if (names.size() > EventFields.MAX_UNKNOWN_NAMES) {
          names.removeLast();
        }
      }
    }
  }
}
