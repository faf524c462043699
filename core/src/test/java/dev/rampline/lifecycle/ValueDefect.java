package dev.rampline.lifecycle;

import dev.rampline.ledger.Fact;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Told;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Of two values told with the same weight, the one that a wrong order puts last is kept. */
record ValueDefect(Comparator<String> order) {

  static Defect keeping(String name, Comparator<String> order) {
    ValueDefect defect = new ValueDefect(order);
    return Defect.misperceives(name, defect::forgettingTheLesser, defect::deafToTheLesser);
  }

  private LedgerRecord forgettingTheLesser(LedgerRecord held, Observation word) {
    Map<String, Fact> values = new TreeMap<>(held.facts().values());
    word.details()
        .values()
        .forEach(
            (field, value) -> {
              Fact fact = values.get(field);
              if (fact != null && isTie(fact, word) && order.compare(value, fact.value()) > 0) {
                values.remove(field);
              }
            });
    return new Altered(held).with(values);
  }

  private Observation deafToTheLesser(LedgerRecord held, Observation word) {
    Map<String, String> values = new TreeMap<>(word.details().values());
    held.facts()
        .values()
        .forEach(
            (field, fact) -> {
              String value = values.get(field);
              if (value != null && isTie(fact, word) && order.compare(value, fact.value()) < 0) {
                values.remove(field);
              }
            });
    return Altered.with(word, new Details(values, word.details().unknownNames()));
  }

  private static boolean isTie(Fact fact, Observation word) {
    int rank = word.word().state().rank();
    return fact.told().equals(new Told(rank, word.occurredAt(), word.reception().authenticity()));
  }
}
