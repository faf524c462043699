package dev.rampline.lifecycle;

import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.RecordContent;
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

  /** Returns the content of the customer before the event. */
  static RecordContent content(CustomerGroup group) {
    List<LedgerRecord> records =
        group.states().stream()
            .sorted(
                Comparator.comparing(CustomerJoin::stateReceivedAt)
                    .thenComparing(record -> record.subject().text()))
            .toList();
    return isJoined(group)
        ? group.find(group.subject()).orElseThrow().content()
        : records.stream()
            .map(LedgerRecord::content)
            .reduce((older, newer) -> join(older, newer, group.version() + 1))
            .orElseGet(() -> RecordContent.empty(Subject.Kind.KYC));
  }

  /** Returns whether all records show the same already. */
  static boolean isJoined(CustomerGroup group) {
    List<LedgerRecord> records = group.states();
    return records.size() == group.stateSubjects().size()
        && records.stream().map(record -> shared(record.content())).distinct().count() == 1
        && records.stream().map(LedgerRecord::version).distinct().count() == 1;
  }

  /** Returns what the records of a customer have in common: not what the API said of one id. */
  static RecordContent shared(RecordContent content) {
    return content
        .withCurrentStatus(status(content).withConfirmedAt(null))
        .withAliases(List.of())
        .withPendingChecks(content.pendingChecks().withNextCheckAt(null).withFailedLookups(0));
  }

  static KycStatus status(RecordContent content) {
    return (KycStatus) content.currentStatus();
  }

  private static Instant stateReceivedAt(LedgerRecord record) {
    return record.transitions().isEmpty()
        ? record.lastChange().metadata().receivedAt()
        : record.transitions().getLast().receivedAt();
  }

  private static RecordContent join(RecordContent older, RecordContent newer, long version) {
    FieldValues fields = FieldMergeRules.join(older.fields(), newer.fields());
    KycStatus status = KycRules.join(status(older), status(newer));
    TerminalStates contested =
        older.terminalStates().hasOpenConflict() ? older.terminalStates() : newer.terminalStates();
    RecordContent joined =
        new RecordContent(
            status,
            ConfirmationRules.openConflict(contested, status.state(), version),
            fields,
            PendingChecks.NONE);
    return joined.withPendingChecks(
        checks(older.pendingChecks(), newer.pendingChecks(), joined, version));
  }

  /** Only an answer to a later request resolves what is open: the versions start anew. */
  private static PendingChecks checks(
      PendingChecks one, PendingChecks other, RecordContent joined, long version) {
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
        null,
        0);
  }
}
