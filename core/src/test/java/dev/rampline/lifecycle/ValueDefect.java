package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Of two values with equal precedence, keeps the one that is last in a wrong order. */
record ValueDefect(Comparator<String> order) {

  static RuleDefect keeping(String name, Comparator<String> order) {
    ValueDefect defect = new ValueDefect(order);
    return RuleDefect.altersBoth(
        name, defect::withoutLesserValues, defect::withoutLesserReportedValues);
  }

  private LedgerRecord withoutLesserValues(LedgerRecord record, VerifiedEvent event) {
    Map<String, FieldValue> values = new TreeMap<>(record.fields().values());
    event
        .fields()
        .values()
        .forEach(
            (field, value) -> {
              FieldValue current = values.get(field);
              if (current != null
                  && isTie(current, event)
                  && order.compare(value, current.value()) > 0) {
                values.remove(field);
              }
            });
    return new RecordEditor(record).with(values);
  }

  private VerifiedEvent withoutLesserReportedValues(LedgerRecord record, VerifiedEvent event) {
    Map<String, String> values = new TreeMap<>(event.fields().values());
    record
        .fields()
        .values()
        .forEach(
            (field, current) -> {
              String value = values.get(field);
              if (value != null
                  && isTie(current, event)
                  && order.compare(value, current.value()) < 0) {
                values.remove(field);
              }
            });
    return RecordEditor.with(event, new EventFields(values, event.fields().unknownNames()));
  }

  private static boolean isTie(FieldValue current, VerifiedEvent event) {
    int rank = event.status().state().rank();
    return current
        .precedence()
        .equals(new FieldPrecedence(rank, event.occurredAt(), event.metadata().trust()));
  }
}
