package dev.rampline.lifecycle;

import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Joins the records of a customer's ids into one state. */
final class CustomerJoin {
  private CustomerJoin() {}

  /** Returns the state of the customer before the event. */
  static RecordState state(CustomerGroup group) {
    List<LedgerRecord> records =
        group.states().stream()
            .sorted(
                Comparator.comparing(CustomerJoin::stateReceivedAt)
                    .thenComparing(record -> record.subject().text()))
            .toList();
    return isJoined(group)
        ? RecordState.of(group.find(group.subject()).orElseThrow())
        : records.stream()
            .map(RecordState::of)
            .reduce((older, newer) -> join(older, newer, group.version() + 1))
            .orElseGet(() -> RecordState.of(null));
  }

  /** Returns whether all records show the same already. */
  static boolean isJoined(CustomerGroup group) {
    List<LedgerRecord> records = group.states();
    return records.size() == group.stateSubjects().size()
        && records.stream().map(record -> content(RecordState.of(record))).distinct().count() == 1
        && records.stream().map(LedgerRecord::version).distinct().count() == 1;
  }

  /** Returns what the records of a customer have in common. */
  static RecordState content(RecordState state) {
    return state.withAliases(List.of()).withNextCheckAt(null);
  }

  private static Instant stateReceivedAt(LedgerRecord record) {
    return record.transitions().isEmpty()
        ? record.lastChange().receivedAt()
        : record.transitions().getLast().receivedAt();
  }

  private static RecordState join(RecordState older, RecordState newer, long version) {
    FieldValues fields = FieldMergeRules.join(older.fields(), newer.fields());
    RecordState joined =
        new RecordState(
            KycRules.join(older.currentStatus(), newer.currentStatus()),
            TerminalStates.NONE,
            fields,
            PendingChecks.NONE);
    return joined.with(checks(older.pendingChecks(), newer.pendingChecks(), joined, version));
  }

  /** Only an answer to a later request resolves what is open: the versions start anew. */
  private static PendingChecks checks(
      PendingChecks one, PendingChecks other, RecordState joined, long version) {
    Map<String, PendingUnverifiedEvent> events = new TreeMap<>();
    Stream.concat(one.unverifiedEvents().stream(), other.unverifiedEvents().stream())
        .filter(event -> event.state() != joined.state())
        .map(
            event ->
                new PendingUnverifiedEvent(
                    event.state(), event.channel(), event.receivedAt(), version))
        .forEach(event -> events.putIfAbsent(event.state().text(), event));
    List<String> terms =
        Stream.concat(one.unrecognized().terms().stream(), other.unrecognized().terms().stream())
            .distinct()
            .limit(UnrecognizedTerms.MAX_TERMS)
            .toList();
    boolean isUnchecked =
        one.unrecognized().uncheckedSinceVersion() > 0
            || other.unrecognized().uncheckedSinceVersion() > 0;
    return new PendingChecks(
        List.copyOf(events.values()),
        new UnrecognizedTerms(terms, isUnchecked ? version : 0),
        null);
  }
}
