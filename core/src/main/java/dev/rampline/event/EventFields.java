package dev.rampline.event;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The facts that one word told.
 *
 * @param values by {@linkplain Field#text() field name}, or {@link #EXTRA_PREFIX} and the name of a
 *     field that a setting lists. Values are canonical: amounts without exponent or trailing zeros,
 *     instants as ISO 8601 in UTC, text of at most {@value #MAX_TEXT} characters
 * @param unknownNames names alone of fields that nobody listed; at most {@value #MAX_UNKNOWN_NAMES}
 */
public record EventFields(SortedMap<String, String> values, SortedSet<String> unknownNames) {
  /** What stands before the name of an extra field. */
  public static final String EXTRA_PREFIX = "extra.";

  /** How many characters (UTF-16 units) of a text are kept. */
  public static final int MAX_TEXT = 1024;

  /** How many names of unknown fields are kept. */
  public static final int MAX_UNKNOWN_NAMES = 32;

  /** No facts. */
  public static final EventFields NONE = new EventFields(Map.of(), Set.of());

  public EventFields(Map<String, String> values, Set<String> unknownNames) {
    this(new TreeMap<>(values), new TreeSet<>(unknownNames));
  }

  public EventFields {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    unknownNames = Collections.unmodifiableSortedSet(new TreeSet<>(unknownNames));
  }
}
