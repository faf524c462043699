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

/** The contract of the due index. */
public abstract class DueIndexContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00.125Z");

  /** The empty ledger whose index is under test. */
  protected abstract Ledger ledger();

  /** The index under test. */
  protected abstract DueIndex dueIndex();

  @Test
  void emptyLedger_hasNothingDue() {
    assertThat(due()).isEmpty();
  }

  @Test
  void dueSubjects_areReturned_withoutLaterOnes() {
    Subject second = written(NOW);
    Subject first = written(NOW.minusNanos(1));
    written(NOW.plusNanos(1));
    written(null);

    assertThat(due()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void manyDueSubjects_areAllReturned_evenIfNoneIsPostponed() {
    List<Subject> written =
        IntStream.range(0, 400).mapToObj(index -> written(NOW.minusSeconds(index))).toList();

    assertThat(due()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void dueSubjects_beginWithOpenConflicts() {
    IntStream.range(0, 40).forEach(index -> written(NOW.minusSeconds(60 + index)));
    Subject conflicting = SampleRecords.freshOrder();
    LedgerRecord record = SampleRecords.with(SampleRecords.first(conflicting), dueAt(NOW));
    ledger().write(withOpenConflict(record), soon());

    assertThat(due()).startsWith(conflicting).hasSize(41);
  }

  @Test
  void unreadableRecord_thatIsPostponed_keepsItsContent() {
    Subject subject = written(NOW.minusSeconds(1));
    LedgerRecord before = read(subject);

    dueIndex().postponeUnreadable(subject, NOW.plusSeconds(300), soon());

    assertThat(due()).isEmpty();
    assertThat(read(subject).pendingChecks().nextCheckAt()).isEqualTo(NOW.plusSeconds(300));
    assertThat(read(subject).fields()).isEqualTo(before.fields());
    assertThat(read(subject).version()).isEqualTo(before.version());
  }

  @Test
  void passedDeadline_countsAsUnavailable() {
    Deadline late = Deadline.after(Duration.ZERO, InstantSource.system());

    written(NOW.minusSeconds(1));

    assertThatThrownBy(() -> dueIndex().findDue(NOW, late).next())
        .isInstanceOf(LedgerUnavailableException.class);
  }

  private List<Subject> due() {
    List<Subject> due = new ArrayList<>();
    dueIndex().findDue(NOW, soon()).forEachRemaining(due::addAll);
    return due;
  }

  private LedgerRecord read(Subject subject) {
    return (LedgerRecord) ledger().read(subject, Ledger.Consistency.STRONG, soon()).orElseThrow();
  }

  private static PendingChecks dueAt(@Nullable Instant nextCheckAt) {
    return new PendingChecks(List.of(), UnrecognizedTerms.NONE, nextCheckAt, 0);
  }

  private static LedgerRecord withOpenConflict(LedgerRecord record) {
    List<TerminalState> reported =
        List.of(
            new TerminalState(State.COMPLETED, true, null),
            new TerminalState(State.CANCELLED, true, null));
    TerminalStateConflict conflict =
        new TerminalStateConflict(List.of(State.COMPLETED, State.CANCELLED), null, null, 1, null);
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
