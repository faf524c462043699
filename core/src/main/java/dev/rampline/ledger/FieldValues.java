package dev.rampline.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of a subject besides its state.
 *
 * @param values by field name, as in {@code Details}; names that this code does not know are kept
 * @param unknownNames names of fields that nobody listed
 */
public record FieldValues(SortedMap<String, FieldValue> values, SortedSet<String> unknownNames) {
  /** Nothing is known. */
  public static final FieldValues NONE = of(Map.of(), Set.of());

  public FieldValues {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    unknownNames = Collections.unmodifiableSortedSet(new TreeSet<>(unknownNames));
  }

  /** The same from any map and set. */
  public static FieldValues of(Map<String, FieldValue> values, Set<String> unknownNames) {
    return new FieldValues(new TreeMap<>(values), new TreeSet<>(unknownNames));
  }

  /** The values alone, without their tags. */
  public SortedMap<String, String> plainValues() {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().value(), (a, b) -> a, TreeMap::new));
  }
}
