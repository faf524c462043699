package dev.rampline.ledger;

import dev.rampline.event.EventFields;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Truncates a record to what the store and the queue accept. A state change is never rejected for
 * its size: the least important data is dropped until the rest fits.
 */
public final class SizeLimiter {
  /** Maximum item size; DynamoDB allows 409,600 bytes. */
  public static final int MAX_BYTES = 400_000;

  /**
   * Maximum number of characters of all field values. Each is at most 6 bytes in the message's
   * ASCII, and the queue allows 262,144 bytes. The known fields always fit; extra fields may not.
   */
  static final int MAX_FIELD_CHARACTERS = 40_000;

  private static final List<UnaryOperator<LedgerRecord>> TRUNCATION_STEPS =
      List.of(
          SizeLimiter::withoutUnknownNames,
          SizeLimiter::withoutUnverifiedEvents,
          SizeLimiter::withLastTransitionOnly);

  private SizeLimiter() {}

  /** Returns the record itself if it fits, else a truncated copy. */
  public static LedgerRecord truncate(LedgerRecord record) {
    LedgerRecord fitting = withFewerExtras(record);
    for (UnaryOperator<LedgerRecord> step : TRUNCATION_STEPS) {
      if (estimateBytes(fitting) <= MAX_BYTES) {
        return fitting;
      }
      fitting = step.apply(fitting);
    }
    return fitting;
  }

  /** Returns an upper bound of the record's item size. */
  public static int estimateBytes(LedgerRecord record) {
    return ItemSizeEstimate.of(record);
  }

  /**
   * Drops the last extra fields by name, so that the result does not depend on the order of
   * arrival.
   */
  private static LedgerRecord withFewerExtras(LedgerRecord record) {
    SortedMap<String, FieldValue> values = new TreeMap<>(record.fields().values());
    SortedSet<String> extras = new TreeSet<>(values.keySet());
    extras.removeIf(name -> !name.startsWith(EventFields.EXTRA_PREFIX));
    int characters = characters(values);
    while (characters > MAX_FIELD_CHARACTERS && !extras.isEmpty()) {
      String last = extras.removeLast();
      FieldValue removed = values.remove(last);
      characters -= last.length() + (removed == null ? 0 : removed.value().length());
    }
    return values.size() == record.fields().values().size()
        ? record
        : with(
            record,
            new FieldValues(values, record.fields().unknownNames(), record.fields().aliases()));
  }

  private static int characters(SortedMap<String, FieldValue> values) {
    return values.entrySet().stream()
        .mapToInt(entry -> entry.getKey().length() + entry.getValue().value().length())
        .sum();
  }

  private static LedgerRecord withoutUnknownNames(LedgerRecord record) {
    return with(
        record,
        new FieldValues(record.fields().values(), new TreeSet<>(), record.fields().aliases()));
  }

  private static LedgerRecord withoutUnverifiedEvents(LedgerRecord record) {
    PendingChecks checks = record.pendingChecks();
    PendingChecks pendingChecks =
        new PendingChecks(List.of(), checks.unrecognized(), checks.nextCheckAt());
    return with(record, record.fields(), pendingChecks, record.transitions());
  }

  private static LedgerRecord withLastTransitionOnly(LedgerRecord record) {
    List<Transition> all = record.transitions();
    List<Transition> last = all.subList(Math.max(0, all.size() - 1), all.size());
    return with(record, record.fields(), record.pendingChecks(), last);
  }

  private static LedgerRecord with(LedgerRecord record, FieldValues fields) {
    return with(record, fields, record.pendingChecks(), record.transitions());
  }

  private static LedgerRecord with(
      LedgerRecord record,
      FieldValues fields,
      PendingChecks pendingChecks,
      List<Transition> transitions) {
    return new LedgerRecord(
        record.subject(),
        record.revision(),
        record.currentStatus(),
        record.terminalStates(),
        fields,
        pendingChecks,
        transitions,
        record.lastChange(),
        record.unknownAttributes());
  }
}
