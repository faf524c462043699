package dev.rampline.ledger;

import dev.rampline.observation.Details;
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
public final class Bounds {
  /** How large an item may become; DynamoDB takes 409,600 bytes. */
  public static final int MAX_BYTES = 400_000;

  /**
   * How many characters the facts may have. Each is at most 6 bytes of a message's ASCII, and the
   * queue takes 262,144 bytes. The known fields together always fit; extra fields may not.
   */
  static final int MAX_FACT_CHARACTERS = 40_000;

  private static final List<UnaryOperator<LedgerRecord>> LEAST_FIRST =
      List.of(
          Bounds::withoutUnknownNames, Bounds::withoutClaims, Bounds::withTheLastTransitionAlone);

  private Bounds() {}

  /** The record itself if it fits, else as much of it as does. */
  public static LedgerRecord fit(LedgerRecord record) {
    LedgerRecord fitting = withFewerExtras(record);
    for (UnaryOperator<LedgerRecord> givingWay : LEAST_FIRST) {
      if (bytes(fitting) <= MAX_BYTES) {
        return fitting;
      }
      fitting = givingWay.apply(fitting);
    }
    return fitting;
  }

  /** How many bytes of an item the record takes at most. */
  public static int bytes(LedgerRecord record) {
    return ItemEstimate.of(record);
  }

  /** The last extra fields by name give way: whichever came first, the same ones stay. */
  private static LedgerRecord withFewerExtras(LedgerRecord record) {
    SortedMap<String, Fact> values = new TreeMap<>(record.facts().values());
    SortedSet<String> extras = new TreeSet<>(values.keySet());
    extras.removeIf(name -> !name.startsWith(Details.EXTRA));
    int characters = characters(values);
    while (characters > MAX_FACT_CHARACTERS && !extras.isEmpty()) {
      String last = extras.removeLast();
      Fact gone = values.remove(last);
      characters -= last.length() + (gone == null ? 0 : gone.value().length());
    }
    return values.size() == record.facts().values().size()
        ? record
        : with(record, new Facts(values, record.facts().unknownNames()));
  }

  private static int characters(SortedMap<String, Fact> values) {
    return values.entrySet().stream()
        .mapToInt(entry -> entry.getKey().length() + entry.getValue().value().length())
        .sum();
  }

  private static LedgerRecord withoutUnknownNames(LedgerRecord record) {
    return with(record, new Facts(record.facts().values(), new TreeSet<>()));
  }

  private static LedgerRecord withoutClaims(LedgerRecord record) {
    Concerns held = record.concerns();
    Concerns concerns = new Concerns(List.of(), held.unrecognised(), held.lookAt());
    return with(record, record.facts(), concerns, record.transitions());
  }

  private static LedgerRecord withTheLastTransitionAlone(LedgerRecord record) {
    List<Transition> all = record.transitions();
    List<Transition> last = all.subList(Math.max(0, all.size() - 1), all.size());
    return with(record, record.facts(), record.concerns(), last);
  }

  private static LedgerRecord with(LedgerRecord record, Facts facts) {
    return with(record, facts, record.concerns(), record.transitions());
  }

  private static LedgerRecord with(
      LedgerRecord record, Facts facts, Concerns concerns, List<Transition> transitions) {
    return new LedgerRecord(
        record.subject(),
        record.revision(),
        record.standing(),
        record.finals(),
        facts,
        concerns,
        transitions,
        record.last(),
        record.carried());
  }
}
