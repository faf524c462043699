package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.Fact;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LastWord;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.ledger.Told;
import dev.rampline.ledger.Unrecognised;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Details;
import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A message that the queue would refuse for its size would be lost for good. */
class MessageSizeTest {
  private static final int QUEUE_LIMIT = 262_144;
  private static final String TEXT = "\u6F22".repeat(Details.MAX_TEXT);
  private static final Instant AT = Instant.parse("9999-12-31T23:59:59.999999999Z");

  @Test
  void largestMessage_fitsTheQueue() {
    assertThat(sizeWith(16)).isGreaterThan(150_000).isLessThan(QUEUE_LIMIT);
  }

  @Test
  void extraFields_beyondWhatFits_areLeftOut() {
    assertThat(sizeWith(1_000)).isEqualTo(sizeWith(MessageData.MAX_EXTRA)).isLessThan(QUEUE_LIMIT);
  }

  private static int sizeWith(int extraFields) {
    return new MessageComposer("e".repeat(64)).compose(record(extraFields)).body().length();
  }

  private static LedgerRecord record(int extraFields) {
    LedgerRecord first = SampleRecords.first(Subject.order("漢".repeat(2_000)));
    List<State> finals = List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED);
    return new LedgerRecord(
        first.subject(),
        first.revision(),
        first.standing(),
        new Finals(
            finals.stream().map(state -> new FinalState(state, true)).toList(),
            false,
            new Conflict(finals, State.CANCELLED, 1)),
        facts(extraFields),
        new Concerns(Collections.nCopies(Concerns.MAX_CLAIMS, claim()), Unrecognised.NONE, null),
        first.transitions(),
        last(),
        first.carried());
  }

  private static Facts facts(int extraFields) {
    Fact fact = new Fact(TEXT, new Told(0, AT, Authenticity.SIGNED));
    Map<String, Fact> values = new HashMap<>();
    for (Field field : Field.values()) {
      values.put(field.text(), fact);
    }
    for (int number = 0; number < extraFields; number++) {
      values.put(Details.EXTRA + "%064d".formatted(number), fact);
    }
    return Facts.of(values, Set.of());
  }

  private static StandingClaim claim() {
    return new StandingClaim(State.PAYMENT_RECEIVED, Channel.WEBHOOK, AT, Long.MAX_VALUE);
  }

  private static LastWord last() {
    return new LastWord(
        "unrecognized",
        State.AWAITING_PAYMENT,
        TEXT,
        TEXT,
        Channel.WEBHOOK,
        Authenticity.FETCHED,
        AT,
        AT,
        false,
        Stories.TRACE);
  }
}
