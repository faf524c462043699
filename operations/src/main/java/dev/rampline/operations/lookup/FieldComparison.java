package dev.rampline.operations.lookup;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a record with the answer of the provider's API. A field that only one of them has is no
 * difference: the API leaves fields out, and a later check brings what the ledger lacks.
 *
 * @param record the record; null if the ledger has none
 * @param answer the provider's answer; null if it has none
 */
record FieldComparison(@Nullable LedgerRecord record, ProviderAnswer.@Nullable Known answer) {
  /** Returns the state, and then all fields in the order of their names. */
  List<ComparedField> fields() {
    if (record == null && answer == null) {
      return List.of();
    }
    Map<String, String> ledger = record == null ? Map.of() : record.fields().plainValues();
    Map<String, String> provider = answer == null ? Map.of() : answer.fields();
    TreeSet<String> names = new TreeSet<>(ledger.keySet());
    names.addAll(provider.keySet());
    List<ComparedField> fields = new ArrayList<>();
    fields.add(state());
    names.forEach(name -> fields.add(field(name, ledger.get(name), provider.get(name))));
    return fields;
  }

  private static ComparedField field(
      String name, @Nullable String ledger, @Nullable String provider) {
    boolean differs =
        ledger != null && provider != null && Field.comparator(name).compare(ledger, provider) != 0;
    return new ComparedField(name, ledger, provider, differs);
  }

  private ComparedField state() {
    return new ComparedField(
        ComparedField.STATE,
        record == null ? null : record.state().text(),
        answer == null ? null : answer.statusText(),
        record != null && answer != null && !isSameState(record, answer.state()));
  }

  /** The API cannot report a refund, but it reports the state behind it. */
  private static boolean isSameState(LedgerRecord record, State reported) {
    return record.state() == State.REFUNDED
        ? record
            .terminalStates()
            .prevailingState()
            .map(behind -> isSameState(behind, reported))
            .orElse(true)
        : isSameState(record.state(), reported);
  }

  /** The API cannot report {@code expired}: it reports {@code failed} or {@code cancelled}. */
  private static boolean isSameState(State state, State reported) {
    return state == reported
        || (state == State.EXPIRED && (reported == State.FAILED || reported == State.CANCELLED));
  }
}
