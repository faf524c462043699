package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The queue rejects messages that are too large, so the largest possible message must fit. */
class MessageSizeTest {
  private static final int QUEUE_LIMIT = 262_144;
  private static final String TEXT = "\u6F22".repeat(EventFields.MAX_TEXT);
  private static final Instant AT = Instant.parse("9999-12-31T23:59:59.999999999Z");

  @Test
  void largestMessage_fitsTheQueue() {
    assertThat(sizeWith(16)).isGreaterThan(150_000).isLessThan(QUEUE_LIMIT);
  }

  @Test
  void excessExtraFields_areOmitted() {
    assertThat(sizeWith(1_000)).isEqualTo(sizeWith(MessageData.MAX_EXTRA)).isLessThan(QUEUE_LIMIT);
  }

  private static int sizeWith(int extraFields) {
    return new MessageComposer("e".repeat(64)).compose(record(extraFields)).body().length();
  }

  private static LedgerRecord record(int extraFields) {
    LedgerRecord first = SampleRecords.first(Subject.order("漢".repeat(2_000)));
    List<State> terminalStates =
        List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED);
    return new LedgerRecord(
        first.subject(),
        first.revision(),
        first.currentStatus(),
        new TerminalStates(
            terminalStates.stream().map(state -> new TerminalState(state, true)).toList(),
            false,
            new TerminalStateConflict(terminalStates, State.CANCELLED, 1)),
        fields(extraFields),
        new PendingChecks(
            Collections.nCopies(PendingChecks.MAX_UNVERIFIED_EVENTS, unverifiedEvent()),
            UnrecognizedTerms.NONE,
            null),
        first.transitions(),
        last(),
        first.unknownAttributes());
  }

  private static FieldValues fields(int extraFields) {
    FieldValue value = new FieldValue(TEXT, new FieldPrecedence(0, AT, TrustLevel.SIGNED));
    Map<String, FieldValue> values = new HashMap<>();
    for (Field field : Field.values()) {
      values.put(field.text(), value);
    }
    for (int number = 0; number < extraFields; number++) {
      values.put(EventFields.EXTRA_PREFIX + "%064d".formatted(number), value);
    }
    return FieldValues.of(values, Set.of());
  }

  private static PendingUnverifiedEvent unverifiedEvent() {
    return new PendingUnverifiedEvent(State.PAYMENT_RECEIVED, Channel.WEBHOOK, AT, Long.MAX_VALUE);
  }

  private static LastChange last() {
    return new LastChange(
        "unrecognized",
        State.AWAITING_PAYMENT,
        TEXT,
        TEXT,
        Channel.WEBHOOK,
        TrustLevel.FETCHED,
        AT,
        AT,
        false,
        MessageRecords.TRACE);
  }
}
