package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A record with the maximum of everything that an order's record can contain. */
public final class LargestRecord {
  private static final String TEXT = "漢".repeat(EventFields.MAX_TEXT);
  private static final Instant AT = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final int NAME_LENGTH = 64;

  private LargestRecord() {}

  /** Returns the record. */
  public static LedgerRecord create() {
    return new LedgerRecord(
        Subject.order("o".repeat(96)),
        new Revision(
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Stream.generate(UUID::randomUUID).limit(Revision.MAX_WRITE_IDS).toList(),
            AT),
        new RecordContent(
            new OrderStatus(State.PAYMENT_CLAIMED, precedence(0)),
            terminalStates(),
            fields(),
            pendingChecks()),
        Collections.nCopies(
            LedgerRecord.MAX_TRANSITIONS,
            new Transition(State.AWAITING_PAYMENT, Long.MAX_VALUE, Channel.WEBHOOK, AT, AT)),
        lastChange(),
        UnknownAttributes.NONE);
  }

  private static TerminalStates terminalStates() {
    List<State> states = List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED);
    return new TerminalStates(
        states.stream().map(state -> new TerminalState(state, true, AT)).toList(),
        true,
        new TerminalStateConflict(states, State.PROCESSING, State.CANCELLED, Long.MAX_VALUE, AT));
  }

  /** Every value comes from another event. */
  private static FieldValues fields() {
    Map<String, FieldValue> values = new HashMap<>();
    Stream.concat(
            Stream.of(Field.values()).map(Field::text),
            names(FieldValues.MAX_EXTRA).map(EventFields.EXTRA_PREFIX::concat))
        .forEach(name -> values.put(name, new FieldValue(TEXT, precedence(values.size()))));
    Set<String> unknown = names(EventFields.MAX_UNKNOWN_NAMES).collect(Collectors.toSet());
    return FieldValues.of(values, unknown)
        .withAliases(names(FieldValues.MAX_ALIASES).map("kyc/customer/"::concat).toList());
  }

  private static Stream<String> names(int count) {
    return IntStream.range(0, count).mapToObj(("%0" + NAME_LENGTH + "d")::formatted);
  }

  private static PendingChecks pendingChecks() {
    return new PendingChecks(
        Collections.nCopies(
            PendingChecks.MAX_UNVERIFIED_EVENTS,
            new PendingUnverifiedEvent(
                State.PAYMENT_RECEIVED, Channel.WEBHOOK, AT, Long.MAX_VALUE)),
        new UnrecognizedTerms(
            Collections.nCopies(UnrecognizedTerms.MAX_TERMS, TEXT), Long.MAX_VALUE),
        AT,
        Integer.MAX_VALUE);
  }

  private static LastChange lastChange() {
    TraceContext trace = TraceContext.create(new Random(1));
    return new LastChange(
        "unrecognized",
        State.AWAITING_PAYMENT,
        TEXT,
        TEXT,
        AT,
        new EventMetadata(Channel.WEBHOOK, TrustLevel.FETCHED, AT, null, true, trace));
  }

  private static FieldPrecedence precedence(int rank) {
    return new FieldPrecedence(rank, AT, TrustLevel.SIGNED);
  }
}
