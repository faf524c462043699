package dev.rampline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SizeLimiterTest {
  private static final FieldPrecedence PRECEDENCE =
      new FieldPrecedence(10, null, TrustLevel.SIGNED);
  private static final PendingUnverifiedEvent UNVERIFIED =
      new PendingUnverifiedEvent(State.COMPLETED, Channel.SOCKET, Instant.EPOCH, 1);
  private static final String LONG = "漢".repeat(EventFields.MAX_TEXT);

  @Test
  void recordWithinTheLimit_isNotChanged() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      LedgerRecord record = new RandomRecords(random).first(SampleRecords.freshOrder());

      assertThat(SizeLimiter.truncate(record)).isEqualTo(record);
    }
  }

  @Test
  void knownFields_ofMaximumLength_fit() {
    LedgerRecord record = withFields(withEveryField(new TreeMap<>()));

    assertThat(SizeLimiter.truncate(record)).isEqualTo(record);
  }

  @Test
  void excessExtraFields_areDropped_lastNamesFirst() {
    Map<String, FieldValue> values = withEveryField(new TreeMap<>());
    for (int extra = 10; extra < 90; extra++) {
      values.put(EventFields.EXTRA_PREFIX + extra, new FieldValue(LONG, PRECEDENCE));
    }

    Map<String, FieldValue> kept = SizeLimiter.truncate(withFields(values)).fields().values();

    assertThat(kept).containsAllEntriesOf(withEveryField(new TreeMap<>()));
    assertThat(kept).containsKeys(EventFields.EXTRA_PREFIX + 10, EventFields.EXTRA_PREFIX + 25);
    assertThat(kept)
        .doesNotContainKeys(EventFields.EXTRA_PREFIX + 60, EventFields.EXTRA_PREFIX + 89);
  }

  @Test
  void largeRecord_losesUnknownNamesFirst() {
    int rest = SizeLimiter.estimateBytes(fullRecord(0));
    LedgerRecord full = fullRecord(SizeLimiter.MAX_BYTES - rest + 1);

    LedgerRecord fitting = SizeLimiter.truncate(full);

    assertThat(fitting.fields().unknownNames()).isEmpty();
    assertThat(fitting.pendingChecks()).isEqualTo(full.pendingChecks());
    assertThat(fitting.transitions()).isEqualTo(full.transitions());
    assertThat(SizeLimiter.estimateBytes(fitting)).isLessThanOrEqualTo(SizeLimiter.MAX_BYTES);
  }

  @Test
  void hugeRecord_keepsItsStateAndFields() {
    LedgerRecord full = fullRecord(SizeLimiter.MAX_BYTES);

    LedgerRecord fitting = SizeLimiter.truncate(full);

    assertThat(fitting.pendingChecks().unverifiedEvents()).isEmpty();
    assertThat(fitting.transitions()).containsExactly(full.transitions().getLast());
    assertThat(fitting.state()).isEqualTo(full.state());
    assertThat(fitting.fields().values()).isEqualTo(full.fields().values());
    assertThat(fitting.unknownAttributes()).isEqualTo(full.unknownAttributes());
  }

  private static LedgerRecord withFields(Map<String, FieldValue> values) {
    return SampleRecords.with(SampleRecords.typicalOrder(), FieldValues.of(values, Set.of()));
  }

  private static Map<String, FieldValue> withEveryField(Map<String, FieldValue> values) {
    Stream.of(Field.values())
        .forEach(field -> values.put(field.text(), new FieldValue(LONG, PRECEDENCE)));
    return values;
  }

  private static LedgerRecord fullRecord(int bytes) {
    LedgerRecord typical = SampleRecords.typicalOrder();
    return new LedgerRecord(
        typical.subject(),
        typical.revision(),
        typical.currentStatus(),
        typical.terminalStates(),
        FieldValues.of(typical.fields().values(), Set.of("n".repeat(1_000))),
        new PendingChecks(List.of(UNVERIFIED), UnrecognizedTerms.NONE, null),
        typical.transitions(),
        typical.lastChange(),
        new UnknownAttributes(Map.of("tomorrow", "opaque"), bytes));
  }
}
