package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import dev.rampline.json.Json;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the names, never the values, of fields that are neither documented nor configured. */
final class UnknownFieldNames {
  private static final int MAX_LENGTH = 64;

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
  @SuppressWarnings("ReferenceEquality") // An equal object would only be read twice.
  SortedSet<String> find(Payload payload) {
    SortedSet<String> names = new TreeSet<>();
    add(names, payload.root());
    for (Json.Obj part : payload.body()) {
      if (part != payload.root()) {
        add(names, part);
      }
    }
    return names;
  }

  /** Returns whether a payload can have these names. */
  static boolean isPossible(Set<String> names) {
    return names.size() <= EventFields.MAX_UNKNOWN_NAMES
        && names.stream().allMatch(UnknownFieldNames::isName);
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

  /**
   * Returns whether a name is at most {@value #MAX_LENGTH} letters, digits and {@code _.-}, of
   * which the first is a letter or {@code _}. Any other name could itself be personal data.
   */
  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return false;
    }
    for (int index = 0; index < name.length(); index++) {
      char character = name.charAt(index);
      boolean isLetter =
          (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z')
              || character == '_';
      boolean isOther =
          (character >= '0' && character <= '9') || character == '.' || character == '-';
      if (!isLetter && (index == 0 || !isOther)) {
        return false;
      }
    }
    return true;
  }
}
