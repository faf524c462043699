package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The contract of the checkpoint store. */
public abstract class ScanCheckpointStoreContract {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00.125Z");
  private static final ScanProgress PROGRESS =
      new ScanProgress(START, START.minusSeconds(60), 7, true);

  /** The empty store under test. */
  protected abstract ScanCheckpointStore store();

  @Test
  void readBeforeTheFirstWrite_isEmpty() {
    assertThat(store().read(soon())).isEqualTo(ScanCheckpoint.NONE);
  }

  @Test
  void readAfterAWrite_returnsTheCheckpoint() {
    ScanCheckpoint started = new ScanCheckpoint(1, null, PROGRESS);
    ScanCheckpoint ended = new ScanCheckpoint(2, START, null);

    assertThat(store().write(started, soon())).isTrue();
    assertThat(store().read(soon())).isEqualTo(started);
    assertThat(store().write(ended, soon())).isTrue();
    assertThat(store().read(soon())).isEqualTo(ended);
  }

  @Test
  void writeAfterAnotherRun_changesNothing() {
    ScanCheckpoint other = new ScanCheckpoint(1, null, PROGRESS);
    store().write(other, soon());

    assertThat(store().write(new ScanCheckpoint(1, START, null), soon())).isFalse();

    assertThat(store().read(soon())).isEqualTo(other);
  }

  @Test
  void passedDeadline_countsAsUnavailable() {
    Deadline late = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> store().read(late)).isInstanceOf(LedgerUnavailableException.class);
    assertThatThrownBy(() -> store().write(new ScanCheckpoint(1, START, null), late))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
