package dev.rampline.lifecycle;

import static dev.rampline.lifecycle.RuleDefect.altersEvents;
import static dev.rampline.lifecycle.RuleDefect.altersHistory;
import static dev.rampline.lifecycle.RuleDefect.altersRecords;
import static dev.rampline.lifecycle.RuleDefect.altersUnverified;
import static java.util.stream.Collectors.toMap;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The defects that the properties must detect. */
final class RuleDefects {
  private static final FieldPrecedence UNTAGGED =
      new FieldPrecedence(0, null, TrustLevel.UNVERIFIED);

  private RuleDefects() {}

  static List<RuleDefect> all() {
    return List.of(
        altersHistory("an order follows arrival", droppingCurrentStatus(Subject.Kind.ORDER)),
        altersHistory("KYC follows arrival", droppingCurrentStatus(Subject.Kind.KYC)),
        ValueDefect.keeping("the smaller of two values is kept", Comparator.reverseOrder()),
        ValueDefect.keeping("amounts are compared as text", Comparator.naturalOrder()),
        altersEvents(
            "times are ignored", (record, event) -> RecordEditor.with(event, (Instant) null)),
        altersEvents(
            "the clock stands in for a missing time", (record, event) -> withReceiptTime(event)),
        altersEvents("old lookups resolve conflicts", RuleDefects::requestedJustNow),
        altersRecords("precedences are dropped", RuleDefects::withoutPrecedence),
        altersRecords(
            "a second terminal state is dropped", RuleDefects::withoutSecondTerminalState),
        altersRecords(
            "the signature of a terminal state is dropped", RuleDefects::withoutSignatures),
        altersRecords("every terminal state is confirmed", RuleDefects::withConfirmations),
        altersRecords(
            "a denial by the API is dropped",
            record -> new RecordEditor(record).with(withoutDenial(record.terminalStates()))),
        altersRecords("a refund is a side of a conflict", RuleDefects::withRefundInConflict),
        altersRecords(
            "unverified events are dropped",
            record -> new RecordEditor(record).with(PendingChecks.NONE)),
        altersRecords(
            "versions skip", record -> new RecordEditor(record).withVersion(2 * record.version())),
        altersUnverified("unverified events are accepted", RuleDefects::acceptedAsVerified));
  }

  private static BiFunction<LedgerRecord, VerifiedEvent, LedgerRecord> droppingCurrentStatus(
      Subject.Kind kind) {
    return (record, event) ->
        event.subject().kind() == kind
            ? new RecordEditor(record).with(CurrentStatus.none(kind))
            : record;
  }

  private static VerifiedEvent withReceiptTime(VerifiedEvent event) {
    return event.occurredAt() == null
        ? RecordEditor.with(event, event.metadata().receivedAt())
        : event;
  }

  private static VerifiedEvent requestedJustNow(LedgerRecord record, VerifiedEvent event) {
    EventMetadata metadata = event.metadata();
    Long requestedAt = metadata.trust() == TrustLevel.FETCHED ? record.version() : null;
    return RecordEditor.with(
        event,
        new EventMetadata(
            metadata.channel(), metadata.trust(), metadata.receivedAt(), requestedAt, false, null));
  }

  private static LedgerRecord withoutPrecedence(LedgerRecord record) {
    return new RecordEditor(record)
        .with(
            record.fields().values().entrySet().stream()
                .collect(
                    toMap(
                        Map.Entry::getKey,
                        field -> new FieldValue(field.getValue().value(), UNTAGGED))));
  }

  private static LedgerRecord withoutSecondTerminalState(LedgerRecord record) {
    List<TerminalState> first = record.terminalStates().reported().stream().limit(1).toList();
    return new RecordEditor(record)
        .with(new TerminalStates(first, record.terminalStates().refunded(), null));
  }

  private static LedgerRecord withoutSignatures(LedgerRecord record) {
    TerminalStates terminalStates = record.terminalStates();
    List<TerminalState> unsigned =
        terminalStates.reported().stream()
            .map(state -> new TerminalState(state.state(), false, state.confirmedAt()))
            .toList();
    return new RecordEditor(record)
        .with(new TerminalStates(unsigned, terminalStates.refunded(), terminalStates.conflict()));
  }

  private static LedgerRecord withConfirmations(LedgerRecord record) {
    TerminalStates terminalStates = record.terminalStates();
    List<TerminalState> confirmed =
        terminalStates.reported().stream()
            .map(state -> new TerminalState(state.state(), state.signed(), Instant.EPOCH))
            .toList();
    return new RecordEditor(record)
        .with(new TerminalStates(confirmed, terminalStates.refunded(), terminalStates.conflict()));
  }

  private static TerminalStates withoutDenial(TerminalStates states) {
    TerminalStateConflict conflict = states.conflict();
    return conflict == null || conflict.providerState() == null
        ? states
        : new TerminalStates(states.reported(), states.refunded(), null);
  }

  private static LedgerRecord withRefundInConflict(LedgerRecord record) {
    TerminalStates terminalStates = record.terminalStates();
    if (!terminalStates.refunded() || terminalStates.reported().isEmpty()) {
      return record;
    }
    List<State> sides =
        Stream.concat(terminalStates.conflictingStates().stream(), Stream.of(State.REFUNDED))
            .toList();
    TerminalStateConflict conflict =
        new TerminalStateConflict(sides, null, null, record.version(), null);
    return new RecordEditor(record)
        .with(new TerminalStates(terminalStates.reported(), true, conflict));
  }

  private static Decision acceptedAsVerified(
      @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
    StatusReport report = new StatusReport(unverifiedEvent.state(), null, null, null, null);
    EventMetadata metadata = EventMetadata.ofWebhook(unverifiedEvent.receivedAt(), null);
    VerifiedEvent verified =
        new VerifiedEvent(unverifiedEvent.subject(), report, EventFields.NONE, null, metadata);
    return new LifecycleRules.Correct().decide(record, verified);
  }
}
