package dev.rampline.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionRestoreTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Subject ORDER = Subject.order("o-1");
  private static final int FLOOR = 1000;

  private final RecoveryStores stores = new RecoveryStores();

  @Test
  void recordsBelowTheFloor_areRaisedOnce() {
    stores.put(ORDER, 3, WRITTEN);
    stores.put(Subject.order("above"), FLOOR, WRITTEN);
    stores.put(Subject.customer("aliases"), 0, WRITTEN);
    stores.erase(stores.put(Subject.order("erased"), 2, WRITTEN));

    RecoverySummary summary = restore(null);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.position()).isNotNull();
    Entry raised = stores.entry(ORDER);
    assertThat(raised.version()).isEqualTo(FLOOR);
    assertThat(raised.revision().number()).isEqualTo(2);
    assertThat(raised.revision().updatedAt()).isAfter(Instant.now().minus(Duration.ofHours(1)));
    assertThat(stores.entry(Subject.order("above")).revision().number()).isEqualTo(1);
    assertThat(stores.entry(Subject.customer("aliases")).version()).isZero();
    assertThat(restore(null).sent()).isZero();
  }

  @Test
  void missingRecords_areCopied_andExistingOnesStay() {
    String backup = stores.newTable();
    stores.write(backup, SampleRecords.first(ORDER));
    stores.write(backup, SampleRecords.first(Subject.order("known")));
    LedgerRecord known = stores.put(Subject.order("known"), FLOOR + 5, WRITTEN);

    RecoverySummary summary = restore(backup);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.sent()).isEqualTo(1);
    assertThat(stores.entry(ORDER).version()).isEqualTo(FLOOR);
    assertThat(stores.entry(ORDER).revision().number()).isEqualTo(1);
    assertThat(stores.entry(known.subject())).isEqualTo(known);
  }

  @Test
  void tombstones_areCopied_andReplaceRecords() {
    String backup = stores.newTable();
    Subject again = Subject.order("again");
    Instant erasedAt = WRITTEN.plus(Duration.ofDays(1));
    for (Subject subject : List.of(ORDER, again)) {
      LedgerRecord erased = SampleRecords.first(subject);
      stores.write(backup, erased);
      stores.write(backup, erased.toTombstone(erasedAt));
    }
    stores.put(again, 40, WRITTEN);

    assertThat(restore(backup).isComplete()).isTrue();

    assertThat(stores.entry(ORDER)).isInstanceOf(Tombstone.class);
    assertThat(stores.entry(again))
        .isInstanceOfSatisfying(
            Tombstone.class,
            tombstone -> {
              assertThat(tombstone.version()).isEqualTo(40);
              assertThat(tombstone.revision().number()).isEqualTo(2);
              assertThat(tombstone.revision().updatedAt()).isEqualTo(erasedAt);
            });
    assertThat(restore(backup).sent()).isZero();
  }

  @Test
  void unreadableRecords_areReported_andStopNoOther() {
    stores.putUnreadable("order/later");
    stores.put(ORDER, 1, WRITTEN);

    RecoverySummary summary = restore(null);

    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.notSent())
        .containsExactly("order/later: a newer version of Rampline wrote it");
  }

  @Test
  void recordOfABackup_whoseCurrentOneIsUnreadable_isReported() {
    String backup = stores.newTable();
    stores.write(backup, SampleRecords.first(ORDER));
    stores.putUnreadable(ORDER.text());

    RecoverySummary summary = restore(backup);

    assertThat(summary.sent()).isZero();
    assertThat(summary.notSent())
        .hasSize(2)
        .containsOnly("order/o-1: a newer version of Rampline wrote it");
  }

  @Test
  void tableOfSeveralPages_isRaisedCompletely_unlessTheRunIsStopped() {
    IntStream.range(0, 101).forEach(number -> stores.put(Subject.order("o-" + number), 1, WRITTEN));

    RecoverySummary stopped =
        new VersionRestore(
                stores.clients(), null, FLOOR, StopAfter.stopWhen(summary -> summary.sent() == 2))
            .run();
    RecoverySummary rest = restore(null);

    assertThat(stopped.sent()).isEqualTo(2);
    assertThat(stopped.stopReason()).isEqualTo("stop requested");
    assertThat(rest.sent()).isEqualTo(99);
    assertThat(rest.stopReason()).isNull();
  }

  @Test
  void rate_isLimited() {
    stores.put(ORDER, 1, WRITTEN);
    stores.put(Subject.order("o-2"), 1, WRITTEN);
    List<Duration> waits = new ArrayList<>();

    new VersionRestore(stores.clients(), null, FLOOR, StopAfter.recordingWaits(waits)).run();

    assertThat(waits).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void missingTable_stopsTheRun() {
    assertThat(restore("no-such-table").stopReason()).contains("non-existent table");
  }

  private RecoverySummary restore(@Nullable String backup) {
    return new VersionRestore(stores.clients(), backup, FLOOR, StopAfter.neverStop()).run();
  }
}
