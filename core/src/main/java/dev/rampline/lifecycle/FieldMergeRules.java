package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merges field values: the value with the higher precedence wins ({@code
 * docs/architecture.md#fields}).
 */
final class FieldMergeRules {
  private FieldMergeRules() {}

  /** Returns the precedence of the event's field values. */
  static FieldPrecedence precedence(VerifiedEvent event) {
    return new FieldPrecedence(
        event.status().state().rank(), event.occurredAt(), event.metadata().trust());
  }

  /** Joins the values of two records, without their aliases. */
  static FieldValues join(FieldValues one, FieldValues other) {
    SortedMap<String, FieldValue> values = new TreeMap<>(one.values());
    other
        .values()
        .forEach(
            (name, value) ->
                values.merge(
                    name,
                    value,
                    (first, second) -> isGreater(name, second, first) ? second : first));
    return FieldValues.of(
        withoutExcessExtras(values), smallest(one.unknownNames(), other.unknownNames()));
  }

  /** Returns whether the record already has every field value of the event. */
  static boolean hasAll(FieldValues fields, EventFields eventFields) {
    for (Map.Entry<String, String> entry : eventFields.values().entrySet()) {
      FieldValue existing = fields.values().get(entry.getKey());
      if (existing == null || !existing.value().equals(entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  static boolean isGreater(String name, FieldValue reported, FieldValue existing) {
    int byPrecedence = reported.precedence().compareTo(existing.precedence());
    if (byPrecedence != 0 || reported.value().equals(existing.value())) {
      return byPrecedence > 0;
    }
    return Field.comparator(name).compare(reported.value(), existing.value()) > 0;
  }

  /**
   * Keeps the first extra fields in natural order. The settings allow no more, but a record keeps
   * the fields of earlier settings.
   */
  static SortedMap<String, FieldValue> withoutExcessExtras(SortedMap<String, FieldValue> values) {
    List<String> extras = new ArrayList<>(0);
    values.forEach(
        (name, _) -> {
          if (name.startsWith(EventFields.EXTRA_PREFIX)) {
            extras.add(name);
          }
        });
    if (extras.size() <= FieldValues.MAX_EXTRA) {
      return values;
    }
    SortedMap<String, FieldValue> kept = new TreeMap<>(values);
    kept.keySet().removeAll(Set.copyOf(extras.subList(FieldValues.MAX_EXTRA, extras.size())));
    return kept;
  }

  /**
   * Returns the first names in natural order, so that the result does not depend on the order of
   * arrival.
   */
  static SortedSet<String> smallest(SortedSet<String> existing, SortedSet<String> reported) {
    if (reported.isEmpty() && existing.size() <= EventFields.MAX_UNKNOWN_NAMES) {
      return existing;
    }
    SortedSet<String> all = new TreeSet<>(existing);
    all.addAll(reported);
    while (all.size() > EventFields.MAX_UNKNOWN_NAMES) {
      all.removeLast();
    }
    return all;
  }
}
