package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every agenda must do. */
public abstract class DueIndexContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00.125Z");

  /** The ledger whose agenda is under test; empty. */
  protected abstract Ledger ledger();

  /** The agenda under test. */
  protected abstract DueIndex agenda();

  @Test
  void due_onAnEmptyLedger_isNothing() {
    assertThat(due()).isEmpty();
  }

  @Test
  void due_isWhatWaitsLongestFirst_andNothingThatMayWait() {
    Subject second = written(NOW);
    Subject first = written(NOW.minusNanos(1));
    written(NOW.plusNanos(1));
    written(null);

    assertThat(due()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void due_overManySubjects_findsAllOfThem_evenIfNoneIsPostponed() {
    List<Subject> written =
        IntStream.range(0, 400).mapToObj(index -> written(NOW.minusSeconds(index))).toList();

    assertThat(due()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void due_beginsWithOpenConflicts() {
    IntStream.range(0, 40).forEach(index -> written(NOW.minusSeconds(60 + index)));
    Subject contested = SampleRecords.freshOrder();
    LedgerRecord record = SampleRecords.with(SampleRecords.first(contested), dueAt(NOW));
    ledger().write(withOpenConflict(record), soon());

    assertThat(due()).startsWith(contested).hasSize(41);
  }

  @Test
  void recordThatIsPostponedUnread_isNotDueBeforeThen_andKeepsItsContent() {
    Subject subject = written(NOW.minusSeconds(1));
    LedgerRecord before = read(subject);

    agenda().postponeUnreadable(subject, NOW.plusSeconds(300), soon());

    assertThat(due()).isEmpty();
    assertThat(read(subject).pendingChecks().nextCheckAt()).isEqualTo(NOW.plusSeconds(300));
    assertThat(read(subject).fields()).isEqualTo(before.fields());
    assertThat(read(subject).version()).isEqualTo(before.version());
  }

  @Test
  void deadline_thatHasPassed_isAStoreThatIsDown() {
    Deadline late = Deadline.after(Duration.ZERO, InstantSource.system());

    written(NOW.minusSeconds(1));

    assertThatThrownBy(() -> agenda().findDue(NOW, late).next())
        .isInstanceOf(LedgerUnavailableException.class);
  }

  private List<Subject> due() {
    List<Subject> due = new ArrayList<>();
    agenda().findDue(NOW, soon()).forEachRemaining(due::addAll);
    return due;
  }

  private LedgerRecord read(Subject subject) {
    return (LedgerRecord) ledger().read(subject, Ledger.Consistency.STRONG, soon()).orElseThrow();
  }

  private static PendingChecks dueAt(@Nullable Instant nextCheckAt) {
    return new PendingChecks(List.of(), UnrecognizedTerms.NONE, nextCheckAt);
  }

  private static LedgerRecord withOpenConflict(LedgerRecord record) {
    List<TerminalState> reported =
        List.of(new TerminalState(State.COMPLETED, true), new TerminalState(State.CANCELLED, true));
    TerminalStateConflict conflict =
        new TerminalStateConflict(List.of(State.COMPLETED, State.CANCELLED), null, 1);
    return SampleRecords.with(record, new TerminalStates(reported, false, conflict));
  }

  private Subject written(@Nullable Instant nextCheckAt) {
    Subject subject = SampleRecords.freshOrder();
    ledger().write(SampleRecords.with(SampleRecords.first(subject), dueAt(nextCheckAt)), soon());
    return subject;
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }
}
