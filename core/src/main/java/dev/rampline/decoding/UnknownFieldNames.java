package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import dev.rampline.json.Json;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collects the names, never the values, of fields that are neither documented nor configured. */
final class UnknownFieldNames {
  /** Any other name could itself be personal data. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  private final Vocabulary vocabulary;
  private final Set<String> extraFields;

  UnknownFieldNames(Vocabulary vocabulary, Set<String> extraFields) {
    this.vocabulary = vocabulary;
    this.extraFields = extraFields;
  }

  /**
   * Returns the first names in natural order, so that the result does not depend on the payload's
   * order.
   */
  Set<String> find(Payload payload) {
    SortedSet<String> names = new TreeSet<>();
    add(names, payload.root());
    payload.body().forEach(part -> add(names, part));
    return names;
  }

  /** Returns whether a payload can have these names. */
  static boolean isPossible(Set<String> names) {
    return names.size() <= EventFields.MAX_UNKNOWN_NAMES
        && names.stream().allMatch(UnknownFieldNames::isName);
  }

  /** Returns whether a name may be stored. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private void add(SortedSet<String> names, Json.Obj part) {
    for (String name : part.members().keySet()) {
      if (!vocabulary.isKnown(name) && !extraFields.contains(name) && isName(name)) {
        names.add(name);
        if (names.size() > EventFields.MAX_UNKNOWN_NAMES) {
          names.removeLast();
        }
      }
    }
  }
}
