package dev.rampline.lifecycle;

import dev.rampline.ledger.Fact;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.Told;
import dev.rampline.observation.Details;
import dev.rampline.observation.Field;
import dev.rampline.observation.Observation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How facts grow: of two values of a field the one that was told with the greater weight stands.
 */
final class FactRules {
  private FactRules() {}

  /** The weight with which this word tells what it tells. */
  static Told told(Observation observation) {
    return new Told(
        observation.word().state().rank(),
        observation.occurredAt(),
        observation.reception().authenticity());
  }

  static Facts joined(Facts before, Observation observation) {
    Told told = told(observation);
    Map<String, Fact> values = new TreeMap<>(before.values());
    observation
        .details()
        .values()
        .forEach(
            (name, value) ->
                values.merge(
                    name, new Fact(value, told), (held, heard) -> greater(name, held, heard)));
    return Facts.of(values, smallest(before.unknownNames(), observation.details().unknownNames()));
  }

  /** Whether every fact that the word tells is held with just that value. */
  static boolean holdsAll(Facts facts, Details details) {
    return details.values().entrySet().stream()
        .allMatch(entry -> holds(facts, entry.getKey(), entry.getValue()));
  }

  private static boolean holds(Facts facts, String name, String value) {
    Fact held = facts.values().get(name);
    return held != null && held.value().equals(value);
  }

  private static Fact greater(String name, Fact held, Fact heard) {
    int byWeight = heard.told().compareTo(held.told());
    int order = byWeight != 0 ? byWeight : Field.order(name).compare(heard.value(), held.value());
    return order > 0 ? heard : held;
  }

  /** The smallest names of both: whichever come first, the same ones stay. */
  private static Set<String> smallest(Set<String> held, Set<String> heard) {
    Set<String> all = new TreeSet<>(held);
    all.addAll(heard);
    return all.stream().limit(Details.MAX_UNKNOWN_NAMES).collect(Collectors.toSet());
  }
}
