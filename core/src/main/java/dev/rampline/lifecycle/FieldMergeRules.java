package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How facts grow: of two values of a field the one that was told with the greater weight stands.
 */
final class FieldMergeRules {
  private FieldMergeRules() {}

  /** The weight with which this word tells what it tells. */
  static FieldPrecedence precedence(VerifiedEvent observation) {
    return new FieldPrecedence(
        observation.status().state().rank(),
        observation.occurredAt(),
        observation.metadata().trust());
  }

  static FieldValues merge(FieldValues before, VerifiedEvent observation) {
    FieldPrecedence told = precedence(observation);
    Map<String, FieldValue> values = new TreeMap<>(before.values());
    observation
        .fields()
        .values()
        .forEach(
            (name, value) ->
                values.merge(
                    name,
                    new FieldValue(value, told),
                    (held, heard) -> greater(name, held, heard)));
    return FieldValues.of(
        values, smallest(before.unknownNames(), observation.fields().unknownNames()));
  }

  /** Whether every fact that the word tells is held with just that value. */
  static boolean hasAll(FieldValues facts, EventFields details) {
    return details.values().entrySet().stream()
        .allMatch(entry -> hasValue(facts, entry.getKey(), entry.getValue()));
  }

  private static boolean hasValue(FieldValues facts, String name, String value) {
    FieldValue held = facts.values().get(name);
    return held != null && held.value().equals(value);
  }

  private static FieldValue greater(String name, FieldValue held, FieldValue heard) {
    int byWeight = heard.precedence().compareTo(held.precedence());
    int order =
        byWeight != 0 ? byWeight : Field.comparator(name).compare(heard.value(), held.value());
    return order > 0 ? heard : held;
  }

  /** The smallest names of both: whichever come first, the same ones stay. */
  private static Set<String> smallest(Set<String> held, Set<String> heard) {
    Set<String> all = new TreeSet<>(held);
    all.addAll(heard);
    return all.stream().limit(EventFields.MAX_UNKNOWN_NAMES).collect(Collectors.toSet());
  }
}
