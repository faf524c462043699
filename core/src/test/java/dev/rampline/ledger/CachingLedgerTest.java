package dev.rampline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CachingLedgerTest extends LedgerContract {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final CountingLedger stored = new CountingLedger(new InMemoryLedger());
  private final Subject order = SampleRecords.freshOrder();
  private final LedgerRecord first = SampleRecords.first(order);
  private final LedgerRecord second = SampleRecords.at(2, first);
  private Instant now = START;
  private final Ledger ledger = new CachingLedger(stored, () -> now);

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRONG")
  void writtenEntry_isRemembered(Consistency consistency) {
    ledger.write(first, soon());

    assertThat(ledger.read(order, consistency, soon())).contains(first);
    assertThat(stored.reads).hasValue(0);
  }

  @Test
  void readEntry_isRemembered() {
    stored.write(first, soon());
    ledger.read(order, Consistency.EVENTUAL, soon());

    assertThat(ledger.read(order, Consistency.EVENTUAL, soon())).contains(first);
    assertThat(stored.reads).hasValue(1);
  }

  @Test
  void strongRead_returnsTheCurrentEntry_andRemembersIt() {
    ledger.write(first, soon());
    stored.write(second, soon());

    assertThat(ledger.read(order, Consistency.EVENTUAL, soon())).contains(first);
    assertThat(ledger.read(order, Consistency.STRONG, soon())).contains(second);
    assertThat(ledger.read(order, Consistency.EVENTUAL, soon())).contains(second);
  }

  @Test
  void supersededWrite_remembersTheCurrentEntry() {
    ledger.write(first, soon());
    stored.write(second, soon());

    assertThat(ledger.write(second, soon())).isEqualTo(new WriteResult.Superseded(second));

    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).contains(second);
  }

  @Test
  void erasedSubject_isFoundByTheNextWrite() {
    ledger.write(first, soon());
    Tombstone tombstone = first.toTombstone(START);
    stored.write(tombstone, soon());

    assertThat(ledger.write(second, soon())).isEqualTo(new WriteResult.Superseded(tombstone));

    assertThat(ledger.read(order, Consistency.EVENTUAL, soon())).contains(tombstone);
  }

  @Test
  void failedWrite_dropsTheEntry() {
    ledger.write(first, soon());
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> ledger.write(second, passed))
        .isInstanceOf(LedgerUnavailableException.class);

    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).isEmpty();
  }

  @Test
  void entry_isDroppedAtItsAge_andIfTheClockWentBack() {
    ledger.write(first, soon());

    now = START.plus(CachingLedger.MAX_AGE).minusNanos(1);
    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).contains(first);
    now = START.plus(CachingLedger.MAX_AGE);
    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).isEmpty();
    now = START.minusNanos(1);
    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).isEmpty();
  }

  @Test
  void use_doesNotExtendTheAge() {
    ledger.write(first, soon());
    now = START.plus(CachingLedger.MAX_AGE).minusNanos(1);
    ledger.read(order, Consistency.EVENTUAL, soon());

    now = START.plus(CachingLedger.MAX_AGE);

    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).isEmpty();
  }

  @Test
  void leastRecentlyUsedEntry_isDroppedBeyondTheLimit() {
    LedgerRecord unused = SampleRecords.first(SampleRecords.freshOrder());
    ledger.write(first, soon());
    ledger.write(unused, soon());
    for (int number = 2; number < CachingLedger.MAX_ENTRIES; number++) {
      ledger.write(SampleRecords.first(SampleRecords.freshOrder()), soon());
    }
    ledger.read(order, Consistency.REMEMBERED, soon());

    ledger.write(SampleRecords.first(SampleRecords.freshOrder()), soon());

    assertThat(ledger.read(order, Consistency.REMEMBERED, soon())).contains(first);
    assertThat(ledger.read(unused.subject(), Consistency.REMEMBERED, soon())).isEmpty();
  }

  @Test
  void customer_isNotRemembered() {
    LedgerRecord customer = SampleRecords.first(Subject.customer("c-1"));
    ledger.write(customer, soon());
    ledger.read(customer.subject(), Consistency.STRONG, soon());

    assertThat(ledger.read(customer.subject(), Consistency.REMEMBERED, soon())).isEmpty();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }

  private record CountingLedger(Ledger ledger, AtomicInteger reads) implements Ledger {
    CountingLedger(Ledger ledger) {
      this(ledger, new AtomicInteger());
    }

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      if (consistency == Consistency.REMEMBERED) {
        return Optional.empty();
      }
      reads.incrementAndGet();
      return ledger.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      return ledger.write(next, deadline);
    }

    @Override
    public WriteResult writeAll(List<? extends Entry> next, Deadline deadline) {
      return ledger.writeAll(next, deadline);
    }
  }
}
