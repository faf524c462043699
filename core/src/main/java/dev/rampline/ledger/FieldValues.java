package dev.rampline.ledger;

import dev.rampline.event.SortedValues;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The merged field values of a subject.
 *
 * @param values values by field name, as in {@link dev.rampline.event.EventFields}; names that this
 *     version of the code does not know are kept
 * @param unknownNames names of fields that are neither documented nor configured
 * @param aliases of KYC: the subjects of the other ids with which a verified event named this one,
 *     at most {@value #MAX_ALIASES}
 */
public record FieldValues(
    SortedMap<String, FieldValue> values,
    SortedSet<String> unknownNames,
    SortedSet<String> aliases) {
  /**
   * Maximum number of extra fields. With more of {@link dev.rampline.event.EventFields#MAX_TEXT}
   * characters, a message could exceed the queue's limit.
   */
  public static final int MAX_EXTRA = 16;

  /** Maximum number of aliases. */
  public static final int MAX_ALIASES = 8;

  /** No values and no unknown names. */
  public static final FieldValues NONE = of(Map.of(), Set.of());

  public FieldValues {
    values = SortedValues.copyOf(values);
    unknownNames = copyOf(unknownNames);
    aliases = copyOf(aliases);
  }

  private static SortedSet<String> copyOf(SortedSet<String> names) {
    return names.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /** Creates field values without aliases from any map and set. */
  public static FieldValues of(Map<String, FieldValue> values, Set<String> unknownNames) {
    return new FieldValues(
        SortedValues.copyOf(values), new TreeSet<>(unknownNames), Collections.emptySortedSet());
  }

  /** Returns other values and unknown names with the same aliases. */
  public FieldValues with(
      SortedMap<String, FieldValue> newValues, SortedSet<String> newUnknownNames) {
    return new FieldValues(newValues, newUnknownNames, aliases);
  }

  /** Returns the same values with the first of these aliases in natural order. */
  public FieldValues withAliases(Collection<String> newAliases) {
    return new FieldValues(
        values,
        unknownNames,
        newAliases.stream()
            .sorted()
            .distinct()
            .limit(MAX_ALIASES)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Returns the values without their precedence. */
  public SortedMap<String, String> plainValues() {
    SortedMap<String, String> plain = new TreeMap<>();
    values.forEach((name, field) -> plain.put(name, field.value()));
    return plain;
  }
}
