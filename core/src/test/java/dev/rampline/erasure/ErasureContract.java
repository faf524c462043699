package dev.rampline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult.Superseded;
import dev.rampline.ledger.Ledger.WriteResult.Written;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RandomRecords;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.Tombstone;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The contract of erasure on every ledger. Each test uses its own subject. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ErasureContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.125Z");
  private static final int WRITES = 40;

  private final Subject subject = SampleRecords.freshOrder();

  /** The ledger under test. */
  protected abstract Ledger ledger();

  @Test
  void erasedSubject_keepsOnlyItsVersion() {
    LedgerRecord record = written(1);

    ErasureResult result = erase(ledger());

    Instant at = record.revision().updatedAt().isAfter(NOW) ? record.revision().updatedAt() : NOW;
    Tombstone tombstone = new Tombstone(subject, new Revision(2, record.version(), List.of(), at));
    assertThat(result).isEqualTo(new ErasureResult.Erased(tombstone, List.of()));
    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(tombstone);
  }

  @Test
  void erasingTwice_changesNothing() {
    written(1);
    erase(ledger());
    Tombstone tombstone = tombstone();

    ErasureResult again = new Erasure(ledger(), () -> NOW.plusSeconds(60)).erase(subject, soon());

    assertThat(again).isEqualTo(new ErasureResult.AlreadyErased(tombstone));
    assertThat(tombstone()).isEqualTo(tombstone);
  }

  @Test
  void erasing_anUnknownSubject_writesNothing() {
    assertThat(erase(ledger())).isEqualTo(new ErasureResult.Unknown());
    assertThat(ledger().read(subject, Consistency.STRONG, soon())).isEmpty();
  }

  @Test
  void write_basedOnTheOldRecord_failsBecauseOfTheTombstone() {
    LedgerRecord record = written(1);
    erase(ledger());

    assertThat(ledger().write(SampleRecords.at(2, record), soon()))
        .isEqualTo(new Superseded(tombstone()));
    assertThat(ledger().write(SampleRecords.at(1, record), soon()))
        .isEqualTo(new Superseded(tombstone()));
  }

  @Test
  void eventWrittenFirst_determinesTheTombstonesVersion() {
    written(1);

    AtomicBoolean isWritten = new AtomicBoolean();
    erase(
        new InterleavingLedger(
            ledger(),
            () -> {
              if (isWritten.compareAndSet(false, true)) {
                written(2);
              }
            }));

    assertThat(tombstone()).isEqualTo(at(2).toTombstone(NOW));
  }

  @Test
  void erasureDuringManyWrites_isTheLastWrite() throws Exception {
    written(1);
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<LedgerRecord> last = writers.submit(this::writeUntilErased);
      erase(ledger());

      assertThat(tombstone()).isEqualTo(last.get().toTombstone(NOW));
    }
  }

  /** Returns the record that was written last. */
  private LedgerRecord writeUntilErased() {
    long number = 1;
    while (number < WRITES && ledger().write(at(number + 1), soon()).equals(new Written())) {
      number++;
    }
    return at(number);
  }

  private LedgerRecord written(long number) {
    LedgerRecord record = at(number);
    assertThat(ledger().write(record, soon())).isEqualTo(new Written());
    return record;
  }

  private LedgerRecord at(long number) {
    return SampleRecords.at(number, new RandomRecords(new Random(number)).first(subject));
  }

  private Tombstone tombstone() {
    return (Tombstone) ledger().read(subject, Consistency.STRONG, soon()).orElseThrow();
  }

  private ErasureResult erase(Ledger ledger) {
    return new Erasure(ledger, () -> NOW).erase(subject, soon());
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }
}
