package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.SampleRecords;
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
    assertThat(dueIndex().findDue(NOW, soon())).isEmpty();
  }

  @Test
  void dueSubjects_areReturnedLongestDueFirst_withoutLaterOnes() {
    Subject second = written(NOW);
    Subject first = written(NOW.minusNanos(1));
    written(NOW.plusNanos(1));
    written(null);

    assertThat(dueIndex().findDue(NOW, soon())).containsExactly(first, second);
  }

  @Test
  void manyDueSubjects_areAllReturned_onceOthersArePostponed() {
    List<Subject> written =
        IntStream.range(0, 40).mapToObj(index -> written(NOW.minusSeconds(index))).toList();
    List<Subject> met = new ArrayList<>();

    for (List<Subject> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(this::postpone);
      met.addAll(due);
    }

    assertThat(met).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void passedDeadline_countsAsUnavailable() {
    Deadline late = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> dueIndex().findDue(NOW, late))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  private List<Subject> due() {
    return dueIndex().findDue(NOW, soon());
  }

  private void postpone(Subject subject) {
    LedgerRecord record =
        (LedgerRecord) ledger().read(subject, Ledger.Consistency.STRONG, soon()).orElseThrow();
    ledger().write(record.withNextCheckAt(NOW, NOW.plusSeconds(300)), soon());
  }

  private Subject written(@Nullable Instant nextCheckAt) {
    Subject subject = SampleRecords.freshOrder();
    PendingChecks pendingChecks = new PendingChecks(List.of(), UnrecognizedTerms.NONE, nextCheckAt);
    ledger().write(SampleRecords.with(SampleRecords.first(subject), pendingChecks), soon());
    return subject;
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }
}
