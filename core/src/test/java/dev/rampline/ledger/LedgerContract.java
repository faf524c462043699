package dev.rampline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.Ledger.WriteResult.Superseded;
import dev.rampline.ledger.Ledger.WriteResult.Written;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every ledger. Each test uses its own subject. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class LedgerContract {
  private static final int WRITERS = 16;

  private final Subject subject = SampleRecords.freshOrder();

  /** The ledger under test. */
  protected abstract Ledger ledger();

  @Test
  void readOfAnUnknownSubject_isEmpty() {
    assertThat(ledger().read(subject, Consistency.STRONG, soon())).isEmpty();
    assertThat(ledger().read(subject, Consistency.EVENTUAL, soon())).isEmpty();
  }

  @Test
  void consistentRead_afterAWrite_returnsTheRecord() {
    LedgerRecord first = SampleRecords.first(subject);

    assertThat(ledger().write(first, soon())).isEqualTo(new Written());

    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(first);
  }

  @Test
  void firstWrite_ofAKnownSubject_isSuperseded() {
    LedgerRecord status = SampleRecords.first(subject);
    ledger().write(status, soon());

    WriteResult result = ledger().write(SampleRecords.first(subject), soon());

    assertThat(result).isEqualTo(new Superseded(status));
  }

  @Test
  void writeOfTheNextRevision_replacesTheRecord() {
    LedgerRecord second = SampleRecords.at(2, new RandomRecords(new Random(2)).first(subject));
    ledger().write(SampleRecords.first(subject), soon());

    assertThat(ledger().write(second, soon())).isEqualTo(new Written());

    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(second);
  }

  @Test
  void writeOfSeveral_storesAllOfThem() {
    Subject other = SampleRecords.freshOrder();
    ledger().write(SampleRecords.first(subject), soon());
    List<LedgerRecord> next =
        List.of(SampleRecords.at(2, SampleRecords.first(subject)), SampleRecords.first(other));

    assertThat(ledger().writeAll(next, soon())).isEqualTo(new Written());

    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(next.getFirst());
    assertThat(ledger().read(other, Consistency.STRONG, soon())).contains(next.getLast());
  }

  @Test
  void writeOfSeveral_ofWhichOneIsStale_changesNothing() {
    Subject other = SampleRecords.freshOrder();
    LedgerRecord status = SampleRecords.first(subject);
    ledger().write(status, soon());

    WriteResult result = ledger().writeAll(List.of(SampleRecords.first(other), status), soon());

    assertThat(result).isEqualTo(new Superseded(status));
    assertThat(ledger().read(other, Consistency.STRONG, soon())).isEmpty();
  }

  @Test
  void writeOnAnOldRevision_isSuperseded_andChangesNothing() {
    LedgerRecord third = SampleRecords.at(3, SampleRecords.first(subject));
    ledger().write(SampleRecords.first(subject), soon());
    ledger().write(SampleRecords.at(2, SampleRecords.first(subject)), soon());
    ledger().write(third, soon());

    WriteResult late = ledger().write(SampleRecords.at(2, third), soon());
    WriteResult early = ledger().write(SampleRecords.at(5, third), soon());

    assertThat(late).isEqualTo(new Superseded(third));
    assertThat(early).isEqualTo(new Superseded(third));
    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(third);
  }

  @Test
  void writeOnARevisionOfAnotherWrite_isSuperseded() {
    LedgerRecord first = SampleRecords.first(subject).withWrite(new UUID(1, 1), Instant.EPOCH);
    LedgerRecord current = SampleRecords.at(2, first).withWrite(new UUID(2, 2), Instant.EPOCH);
    LedgerRecord lost = SampleRecords.at(2, first).withWrite(new UUID(3, 3), Instant.EPOCH);
    ledger().write(first, soon());
    ledger().write(current, soon());

    WriteResult result =
        ledger().write(SampleRecords.at(3, lost).withWrite(new UUID(4, 4), Instant.EPOCH), soon());

    assertThat(result).isEqualTo(new Superseded(current));
  }

  @Test
  void writeOnADeletedRecord_isATemporaryFault() {
    LedgerRecord second = SampleRecords.at(2, SampleRecords.first(subject));

    assertThatThrownBy(() -> ledger().write(second, soon()))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  @Test
  void readAndWrite_afterTheDeadline_areUnavailable() {
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> ledger().read(subject, Consistency.STRONG, passed))
        .isInstanceOf(LedgerUnavailableException.class);
    assertThatThrownBy(() -> ledger().write(SampleRecords.first(subject), passed))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  @Test
  void concurrentFirstWrites_succeedOnce_andSupersedeTheOthers() throws Exception {
    List<LedgerRecord> rivals =
        IntStream.range(0, WRITERS)
            .mapToObj(seed -> new RandomRecords(new Random(seed)).first(subject))
            .toList();

    List<WriteResult> results = atOnce(rivals);

    LedgerRecord winner =
        (LedgerRecord) ledger().read(subject, Consistency.STRONG, soon()).orElseThrow();
    assertThat(rivals).contains(winner);
    assertThat(results).containsOnlyOnce(new Written());
    assertThat(results).filteredOn(result -> result.equals(new Superseded(winner))).hasSize(15);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyRecord_isReadAsWritten(int seed) {
    LedgerRecord record = new RandomRecords(new Random(seed)).first(subject);

    ledger().write(record, soon());

    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(record);
  }

  private List<WriteResult> atOnce(List<LedgerRecord> records) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(records.size())) {
      List<Callable<WriteResult>> tasks =
          records.stream()
              .<Callable<WriteResult>>map(record -> () -> ledger().write(record, soon()))
              .toList();
      return writers.invokeAll(tasks).stream().map(Future::resultNow).toList();
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
