package dev.rampline.ledger;

import dev.rampline.event.EventFields;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a store and a queue take of one record. A state change is never refused for size: what
 * matters least gives way until the rest fits.
 */
public final class SizeLimiter {
  /** How large an item may become; DynamoDB takes 409,600 bytes. */
  public static final int MAX_BYTES = 400_000;

  /**
   * How many characters the facts may have. Each is at most 6 bytes of a message's ASCII, and the
   * queue takes 262,144 bytes. The known fields together always fit; extra fields may not.
   */
  static final int MAX_FIELD_CHARACTERS = 40_000;

  private static final List<UnaryOperator<LedgerRecord>> TRUNCATION_STEPS =
      List.of(
          SizeLimiter::withoutUnknownNames,
          SizeLimiter::withoutUnverifiedEvents,
          SizeLimiter::withLastTransitionOnly);

  private SizeLimiter() {}

  /** The record itself if it fits, else as much of it as does. */
  public static LedgerRecord truncate(LedgerRecord record) {
    LedgerRecord fitting = withFewerExtras(record);
    for (UnaryOperator<LedgerRecord> givingWay : TRUNCATION_STEPS) {
      if (estimateBytes(fitting) <= MAX_BYTES) {
        return fitting;
      }
      fitting = givingWay.apply(fitting);
    }
    return fitting;
  }

  /** How many bytes of an item the record takes at most. */
  public static int estimateBytes(LedgerRecord record) {
    return ItemSizeEstimate.of(record);
  }

  /** The last extra fields by name give way: whichever came first, the same ones stay. */
  private static LedgerRecord withFewerExtras(LedgerRecord record) {
    SortedMap<String, FieldValue> values = new TreeMap<>(record.fields().values());
    SortedSet<String> extras = new TreeSet<>(values.keySet());
    extras.removeIf(name -> !name.startsWith(EventFields.EXTRA_PREFIX));
    int characters = characters(values);
    while (characters > MAX_FIELD_CHARACTERS && !extras.isEmpty()) {
      String last = extras.removeLast();
      FieldValue gone = values.remove(last);
      characters -= last.length() + (gone == null ? 0 : gone.value().length());
    }
    return values.size() == record.fields().values().size()
        ? record
        : with(record, new FieldValues(values, record.fields().unknownNames()));
  }

  private static int characters(SortedMap<String, FieldValue> values) {
    return values.entrySet().stream()
        .mapToInt(entry -> entry.getKey().length() + entry.getValue().value().length())
        .sum();
  }

  private static LedgerRecord withoutUnknownNames(LedgerRecord record) {
    return with(record, new FieldValues(record.fields().values(), new TreeSet<>()));
  }

  private static LedgerRecord withoutUnverifiedEvents(LedgerRecord record) {
    PendingChecks held = record.pendingChecks();
    PendingChecks concerns = new PendingChecks(List.of(), held.unrecognized(), held.nextCheckAt());
    return with(record, record.fields(), concerns, record.transitions());
  }

  private static LedgerRecord withLastTransitionOnly(LedgerRecord record) {
    List<Transition> all = record.transitions();
    List<Transition> last = all.subList(Math.max(0, all.size() - 1), all.size());
    return with(record, record.fields(), record.pendingChecks(), last);
  }

  private static LedgerRecord with(LedgerRecord record, FieldValues facts) {
    return with(record, facts, record.pendingChecks(), record.transitions());
  }

  private static LedgerRecord with(
      LedgerRecord record,
      FieldValues facts,
      PendingChecks concerns,
      List<Transition> transitions) {
    return new LedgerRecord(
        record.subject(),
        record.revision(),
        record.currentStatus(),
        record.terminalStates(),
        facts,
        concerns,
        transitions,
        record.lastChange(),
        record.unknownAttributes());
  }
}
