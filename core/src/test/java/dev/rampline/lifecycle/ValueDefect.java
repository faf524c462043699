package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Of two values told with the same weight, the one that a wrong order puts last is kept. */
record ValueDefect(Comparator<String> order) {

  static RuleDefect keeping(String name, Comparator<String> order) {
    ValueDefect defect = new ValueDefect(order);
    return RuleDefect.misperceives(name, defect::forgettingTheLesser, defect::deafToTheLesser);
  }

  private LedgerRecord forgettingTheLesser(LedgerRecord held, VerifiedEvent word) {
    Map<String, FieldValue> values = new TreeMap<>(held.fields().values());
    word.fields()
        .values()
        .forEach(
            (field, value) -> {
              FieldValue fact = values.get(field);
              if (fact != null && isTie(fact, word) && order.compare(value, fact.value()) > 0) {
                values.remove(field);
              }
            });
    return new RecordEditor(held).with(values);
  }

  private VerifiedEvent deafToTheLesser(LedgerRecord held, VerifiedEvent word) {
    Map<String, String> values = new TreeMap<>(word.fields().values());
    held.fields()
        .values()
        .forEach(
            (field, fact) -> {
              String value = values.get(field);
              if (value != null && isTie(fact, word) && order.compare(value, fact.value()) < 0) {
                values.remove(field);
              }
            });
    return RecordEditor.with(word, new EventFields(values, word.fields().unknownNames()));
  }

  private static boolean isTie(FieldValue fact, VerifiedEvent word) {
    int rank = word.status().state().rank();
    return fact.precedence()
        .equals(new FieldPrecedence(rank, word.occurredAt(), word.metadata().trust()));
  }
}
