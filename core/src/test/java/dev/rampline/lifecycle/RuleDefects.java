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

/** The mistakes that the properties must not let pass. */
final class RuleDefects {
  private static final FieldPrecedence UNTAGGED =
      new FieldPrecedence(0, null, TrustLevel.UNVERIFIED);

  private RuleDefects() {}

  static List<RuleDefect> all() {
    return List.of(
        altersHistory("an order is ranked by arrival", droppingCurrentStatus(Subject.Kind.ORDER)),
        altersHistory("KYC follows arrival", droppingCurrentStatus(Subject.Kind.KYC)),
        ValueDefect.keeping("the smaller of two values is kept", Comparator.reverseOrder()),
        ValueDefect.keeping("amounts are compared as text", Comparator.naturalOrder()),
        altersEvents("times are ignored", (held, word) -> RecordEditor.with(word, (Instant) null)),
        altersEvents(
            "the clock stands in for a missing time", (held, word) -> withReceiptTime(word)),
        altersEvents("old readings settle", RuleDefects::askedJustNow),
        altersRecords("tags are dropped", RuleDefects::withoutPrecedence),
        altersRecords("a second final is forgotten", RuleDefects::withoutSecondFinal),
        altersRecords("who told a final is forgotten", RuleDefects::withoutSignatures),
        altersRecords("a refund is a side of a conflict", RuleDefects::withRefundInConflict),
        altersRecords(
            "claims are forgotten", held -> new RecordEditor(held).with(PendingChecks.NONE)),
        altersRecords(
            "versions skip", held -> new RecordEditor(held).withVersion(2 * held.version())),
        altersUnverified("claims are believed", RuleDefects::acceptedAsVerified));
  }

  private static BiFunction<LedgerRecord, VerifiedEvent, LedgerRecord> droppingCurrentStatus(
      Subject.Kind kind) {
    return (held, word) ->
        word.subject().kind() == kind
            ? new RecordEditor(held).with(CurrentStatus.none(kind))
            : held;
  }

  private static VerifiedEvent withReceiptTime(VerifiedEvent word) {
    return word.occurredAt() == null ? RecordEditor.with(word, word.metadata().receivedAt()) : word;
  }

  private static VerifiedEvent askedJustNow(LedgerRecord held, VerifiedEvent word) {
    EventMetadata said = word.metadata();
    Long asked = said.trust() == TrustLevel.FETCHED ? held.version() : null;
    return RecordEditor.with(
        word,
        new EventMetadata(said.channel(), said.trust(), said.receivedAt(), asked, false, null));
  }

  private static LedgerRecord withoutPrecedence(LedgerRecord held) {
    return new RecordEditor(held)
        .with(
            held.fields().values().entrySet().stream()
                .collect(
                    toMap(
                        Map.Entry::getKey,
                        fact -> new FieldValue(fact.getValue().value(), UNTAGGED))));
  }

  private static LedgerRecord withoutSecondFinal(LedgerRecord held) {
    List<TerminalState> first = held.terminalStates().reported().stream().limit(1).toList();
    return new RecordEditor(held)
        .with(new TerminalStates(first, held.terminalStates().refunded(), null));
  }

  private static LedgerRecord withoutSignatures(LedgerRecord held) {
    TerminalStates terminalStates = held.terminalStates();
    List<TerminalState> unsigned =
        terminalStates.reported().stream()
            .map(end -> new TerminalState(end.state(), false))
            .toList();
    return new RecordEditor(held)
        .with(new TerminalStates(unsigned, terminalStates.refunded(), terminalStates.conflict()));
  }

  private static LedgerRecord withRefundInConflict(LedgerRecord held) {
    TerminalStates terminalStates = held.terminalStates();
    if (!terminalStates.refunded() || terminalStates.reported().isEmpty()) {
      return held;
    }
    List<State> sides =
        Stream.concat(terminalStates.conflictingStates().stream(), Stream.of(State.REFUNDED))
            .toList();
    TerminalStateConflict conflict = new TerminalStateConflict(sides, null, held.version());
    return new RecordEditor(held)
        .with(new TerminalStates(terminalStates.reported(), true, conflict));
  }

  private static Decision acceptedAsVerified(
      @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
    StatusReport word = new StatusReport(unverifiedEvent.state(), null, null, null, null);
    EventMetadata metadata = EventMetadata.ofWebhook(unverifiedEvent.receivedAt(), null);
    VerifiedEvent believed =
        new VerifiedEvent(unverifiedEvent.subject(), word, EventFields.NONE, null, metadata);
    return new LifecycleRules.Correct().decide(record, believed);
  }
}
