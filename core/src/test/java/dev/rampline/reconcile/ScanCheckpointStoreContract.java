package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What every pass log must do. */
public abstract class ScanCheckpointStoreContract {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00.125Z");
  private static final ScanProgress PASS = new ScanProgress(START, START.minusSeconds(60), 7, true);

  /** The log under test; empty. */
  protected abstract ScanCheckpointStore log();

  @Test
  void read_beforeTheFirstWrite_isNone() {
    assertThat(log().read(soon())).isEqualTo(ScanCheckpoint.NONE);
  }

  @Test
  void read_afterAWrite_givesWhatWasWritten() {
    ScanCheckpoint underWay = new ScanCheckpoint(1, null, PASS);
    ScanCheckpoint ended = new ScanCheckpoint(2, START, null);

    assertThat(log().write(underWay, soon())).isTrue();
    assertThat(log().read(soon())).isEqualTo(underWay);
    assertThat(log().write(ended, soon())).isTrue();
    assertThat(log().read(soon())).isEqualTo(ended);
  }

  @Test
  void write_afterAnotherRun_changesNothing() {
    ScanCheckpoint theirs = new ScanCheckpoint(1, null, PASS);
    log().write(theirs, soon());

    assertThat(log().write(new ScanCheckpoint(1, START, null), soon())).isFalse();

    assertThat(log().read(soon())).isEqualTo(theirs);
  }

  @Test
  void deadline_thatHasPassed_isAStoreThatIsDown() {
    Deadline late = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> log().read(late)).isInstanceOf(LedgerUnavailableException.class);
    assertThatThrownBy(() -> log().write(new ScanCheckpoint(1, START, null), late))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
