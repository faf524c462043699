package dev.rampline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Details;
import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BoundsTest {
  private static final Told TOLD = new Told(10, null, Authenticity.SIGNED);
  private static final StandingClaim CLAIM =
      new StandingClaim(State.COMPLETED, Channel.SOCKET, Instant.EPOCH, 1);
  private static final String LONG = "漢".repeat(Details.MAX_TEXT);

  @Test
  void record_thatFits_staysAsItIs() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      LedgerRecord record = new RandomRecords(random).first(SampleRecords.freshOrder());

      assertThat(Bounds.fit(record)).isEqualTo(record);
    }
  }

  @Test
  void knownFields_howeverLong_allFit() {
    LedgerRecord record = withFacts(withEveryField(new TreeMap<>()));

    assertThat(Bounds.fit(record)).isEqualTo(record);
  }

  @Test
  void extraFields_thatAreTooMany_giveWayFromTheLastName() {
    Map<String, Fact> values = withEveryField(new TreeMap<>());
    for (int extra = 10; extra < 90; extra++) {
      values.put(Details.EXTRA + extra, new Fact(LONG, TOLD));
    }

    Map<String, Fact> kept = Bounds.fit(withFacts(values)).facts().values();

    assertThat(kept).containsAllEntriesOf(withEveryField(new TreeMap<>()));
    assertThat(kept).containsKeys(Details.EXTRA + 10, Details.EXTRA + 25);
    assertThat(kept).doesNotContainKeys(Details.EXTRA + 60, Details.EXTRA + 89);
  }

  @Test
  void record_thatCarriesMuch_losesUnknownNamesFirst() {
    int rest = Bounds.bytes(fullRecordThatCarries(0));
    LedgerRecord full = fullRecordThatCarries(Bounds.MAX_BYTES - rest + 1);

    LedgerRecord fitting = Bounds.fit(full);

    assertThat(fitting.facts().unknownNames()).isEmpty();
    assertThat(fitting.concerns()).isEqualTo(full.concerns());
    assertThat(fitting.transitions()).isEqualTo(full.transitions());
    assertThat(Bounds.bytes(fitting)).isLessThanOrEqualTo(Bounds.MAX_BYTES);
  }

  @Test
  void record_thatCarriesAlmostAll_keepsItsStateAndEveryFact() {
    LedgerRecord full = fullRecordThatCarries(Bounds.MAX_BYTES);

    LedgerRecord fitting = Bounds.fit(full);

    assertThat(fitting.concerns().claims()).isEmpty();
    assertThat(fitting.transitions()).containsExactly(full.transitions().getLast());
    assertThat(fitting.state()).isEqualTo(full.state());
    assertThat(fitting.facts().values()).isEqualTo(full.facts().values());
    assertThat(fitting.carried()).isEqualTo(full.carried());
  }

  private static LedgerRecord withFacts(Map<String, Fact> values) {
    return SampleRecords.with(SampleRecords.typicalOrder(), Facts.of(values, Set.of()));
  }

  private static Map<String, Fact> withEveryField(Map<String, Fact> values) {
    Stream.of(Field.values()).forEach(field -> values.put(field.text(), new Fact(LONG, TOLD)));
    return values;
  }

  private static LedgerRecord fullRecordThatCarries(int bytes) {
    LedgerRecord typical = SampleRecords.typicalOrder();
    return new LedgerRecord(
        typical.subject(),
        typical.revision(),
        typical.standing(),
        typical.finals(),
        Facts.of(typical.facts().values(), Set.of("n".repeat(1_000))),
        new Concerns(List.of(CLAIM), Unrecognised.NONE, null),
        typical.transitions(),
        typical.last(),
        new Carried(Map.of("tomorrow", "opaque"), bytes));
  }
}
