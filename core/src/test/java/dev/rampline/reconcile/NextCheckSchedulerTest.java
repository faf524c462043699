package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.reconcile.FailureBudget.Attempt;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests what the scheduler does when other writers are faster. */
class NextCheckSchedulerTest {
  private static final Subject SUBJECT = SampleRecords.freshOrder();
  private static final LedgerRecord RECORD = SampleRecords.first(SUBJECT);
  private static final Instant NOW = RECORD.lastChange().metadata().receivedAt().plusSeconds(1200);
  private static final Deadline SOON = Deadline.after(Duration.ofMinutes(1), () -> NOW);

  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void check_isPostponedByTheTimeSinceTheLastEvent() {
    ledger.write(dueAt(NOW), SOON);

    assertThat(postpone(ledger)).isFalse();

    assertThat(stored()).isEqualTo(dueAt(NOW).withNextCheckAt(NOW, NOW.plusSeconds(1200)));
  }

  @Test
  void failedCheck_isPostponedByTheNumberOfFailures_untilAnAnswer() {
    ledger.write(dueAt(NOW), SOON);
    Instant now = NOW;
    for (int minutes : List.of(5, 10, 20, 40, 60, 60)) {
      postpone(new Attempt.Failed(), now);
      assertThat(stored().pendingChecks().nextCheckAt()).isEqualTo(now.plusSeconds(60L * minutes));
      now = now.plusSeconds(60L * minutes);
    }
    assertThat(stored().pendingChecks().failedLookups()).isEqualTo(6);

    postpone(new Attempt.Unknown(), now);

    assertThat(stored().pendingChecks().failedLookups()).isZero();
  }

  @Test
  void openConflict_isCheckedEveryHour() {
    TerminalStateConflict conflict =
        new TerminalStateConflict(List.of(State.COMPLETED, State.FAILED), null, null, 1, NOW);
    Instant later = NOW.plus(Duration.ofDays(2));
    ledger.write(
        SampleRecords.with(dueAt(later), new TerminalStates(List.of(), false, conflict)), SOON);

    postpone(new Attempt.Unknown(), later);

    assertThat(stored().pendingChecks().nextCheckAt()).isEqualTo(later.plus(Duration.ofHours(1)));
  }

  @Test
  void timeOfTheWrite_isThatAfterASlowRead() {
    ledger.write(dueAt(NOW), SOON);
    Instant later = NOW.plusSeconds(9);

    new NextCheckScheduler(ledger, LookupScope.CONFIRM)
        .postpone(
            SUBJECT,
            new Attempt.Unknown(),
            NOW,
            Deadline.after(Duration.ofMinutes(1), () -> later));

    assertThat(stored()).isEqualTo(dueAt(NOW).withNextCheckAt(later, NOW.plusSeconds(1200)));
  }

  @Test
  void recordWrittenMeanwhile_isPostponed_ifItIsStillDue() {
    LedgerRecord newer = SampleRecords.at(2, dueAt(NOW.minusSeconds(1)));
    RivalLedger rival = new RivalLedger(ledger, new ArrayDeque<>(List.of(newer)));
    ledger.write(dueAt(NOW), SOON);

    assertThat(postpone(rival)).isFalse();

    assertThat(stored()).isEqualTo(newer.withNextCheckAt(NOW, NOW.plusSeconds(1200)));
  }

  @Test
  void recordWrittenMeanwhile_isLeftAlone_ifItIsNoLongerDue() {
    LedgerRecord newer = SampleRecords.at(2, dueAt(NOW.plusMillis(1)));
    ledger.write(dueAt(NOW), SOON);

    assertThat(postpone(new RivalLedger(ledger, new ArrayDeque<>(List.of(newer))))).isFalse();

    assertThat(stored()).isEqualTo(newer);
  }

  @Test
  void recordThatIsAlwaysWrittenMeanwhile_staysDueAfterFiveAttempts() {
    Deque<LedgerRecord> rivals = new ArrayDeque<>();
    for (int number = 2; number <= 9; number++) {
      rivals.add(SampleRecords.at(number, dueAt(NOW)));
    }
    ledger.write(dueAt(NOW), SOON);

    assertThat(postpone(new RivalLedger(ledger, rivals))).isFalse();

    assertThat(stored()).isEqualTo(SampleRecords.at(6, dueAt(NOW)));
  }

  @Test
  void contendedWrite_isRepeated_andGivenUpAfterFiveAttempts() {
    ContendedLedger contended = new ContendedLedger(dueAt(NOW));

    assertThat(postpone(contended)).isFalse();

    assertThat(contended.writes).hasSize(5);
  }

  @Test
  void recordOfTheLongestAge_isNoLongerChecked() {
    Instant last = RECORD.lastChange().metadata().receivedAt();
    Instant end = last.plus(NextCheckScheduler.MAX_AGE);
    ledger.write(dueAt(last), SOON);

    assertThat(
            new NextCheckScheduler(ledger, LookupScope.CONFIRM)
                .postpone(SUBJECT, new Attempt.Unknown(), end.minusMillis(1), SOON))
        .isFalse();
    assertThat(stored().pendingChecks().nextCheckAt())
        .isEqualTo(end.minusMillis(1).plus(NextCheckScheduler.MAX_DELAY));
    ledger.write(SampleRecords.at(3, dueAt(last)), SOON);
    assertThat(
            new NextCheckScheduler(ledger, LookupScope.CONFIRM)
                .postpone(SUBJECT, new Attempt.Unknown(), end, SOON))
        .isTrue();
    assertThat(stored().pendingChecks().nextCheckAt()).isNull();
  }

  private static boolean postpone(Ledger ledger) {
    return new NextCheckScheduler(ledger, LookupScope.CONFIRM)
        .postpone(SUBJECT, new Attempt.Unknown(), NOW, SOON);
  }

  private void postpone(Attempt attempt, Instant now) {
    new NextCheckScheduler(ledger, LookupScope.CONFIRM).postpone(SUBJECT, attempt, now, SOON);
  }

  private LedgerRecord stored() {
    return (LedgerRecord) ledger.read(SUBJECT, Ledger.Consistency.STRONG, SOON).orElseThrow();
  }

  private static LedgerRecord dueAt(Instant nextCheckAt) {
    return SampleRecords.with(
        RECORD, new PendingChecks(List.of(), UnrecognizedTerms.NONE, nextCheckAt, 0));
  }

  /** A ledger to which another writer writes the next of its records before each write. */
  private record RivalLedger(InMemoryLedger ledger, Deque<LedgerRecord> rivals) implements Ledger {
    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      assertThat(consistency).isEqualTo(Consistency.STRONG);
      return ledger.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      if (!rivals.isEmpty()) {
        ledger.write(rivals.pop(), deadline);
      }
      return ledger.write(next, deadline);
    }
  }

  /** A ledger in which every write meets a transaction. */
  private static final class ContendedLedger implements Ledger {
    private final Entry entry;
    private final List<Entry> writes = new ArrayList<>();

    private ContendedLedger(Entry entry) {
      this.entry = entry;
    }

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      return Optional.of(entry);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      writes.add(next);
      return new WriteResult.Contended();
    }
  }
}
