package dev.rampline.event;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The field values of one event.
 *
 * @param values values by {@linkplain Field#text() field name}, or {@link #EXTRA_PREFIX} and the
 *     name of a configured extra field. Values are canonical: amounts without exponent or trailing
 *     zeros, instants in ISO 8601 and UTC, text of at most {@value #MAX_TEXT} characters
 * @param unknownNames names of fields that are neither documented nor configured; at most {@value
 *     #MAX_UNKNOWN_NAMES}
 */
public record EventFields(SortedMap<String, String> values, SortedSet<String> unknownNames) {
  /** The prefix of the name of an extra field. */
  public static final String EXTRA_PREFIX = "extra.";

  /** Maximum length of a text, in UTF-16 units. */
  public static final int MAX_TEXT = 1024;

  /** Maximum number of unknown names. */
  public static final int MAX_UNKNOWN_NAMES = 32;

  /** No values and no unknown names. */
  public static final EventFields NONE = new EventFields(Map.of(), Set.of());

  public EventFields(Map<String, String> values, Set<String> unknownNames) {
    this(SortedValues.copyOf(values), new TreeSet<>(unknownNames));
  }

  public EventFields {
    values = SortedValues.copyOf(values);
    unknownNames =
        unknownNames.isEmpty()
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(unknownNames));
  }
}
