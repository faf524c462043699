package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that the order list scan recovers events that no other channel delivered. */
class OrderListScanTest extends ReconciliationFixture {
  @Test
  void firstScan_readsTheLookbackWindow_asBackfill() {
    orders(8);
    provider.addOrder("ancient", "COMPLETED", START.minus(Duration.ofDays(8)));
    provider.addOrder("older", "COMPLETED", START.minus(Duration.ofDays(9)));

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(report.recovered()).hasSize(9);
    assertThat(ledger.records()).allMatch(record -> record.lastChange().metadata().backfill());
    assertThat(provider.requests()).doesNotContain("older");
    assertThat(queue.messages()).hasSize(9);
  }

  @Test
  void secondScan_endsAtTheStartOfTheFirst_minusTheOverlap() {
    orders(9);
    run();
    provider.requests().clear();
    after(Duration.ofHours(1));
    provider.addOrder("o-8", "COMPLETED", now.minusSeconds(1));
    provider.addOrder("o-9", "PROCESSING", START.minus(LOOKBACK.overlap()));

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(report.recovered())
        .extracting(RecoveredEvent::state)
        .containsExactly(State.COMPLETED, State.PROCESSING);
    assertThat(order("o-8").lastChange().metadata().backfill()).isFalse();
    assertThat(provider.requests()).startsWith("1", "o-8", "o-9", "o-0").doesNotContain("2");
  }

  @Test
  void knownRows_doNotEndAScan() {
    orders(6);
    run();
    provider.addOrder("hidden", "COMPLETED", START.plusSeconds(1));
    after(Duration.ofMinutes(1));
    IntStream.range(0, 6)
        .forEach(n -> provider.addOrder("o-" + n, "PROCESSING", START.plusSeconds(2)));

    assertThat(run().recovered())
        .extracting(RecoveredEvent::subject)
        .contains(order("hidden").subject());
  }

  @Test
  void orderWithoutTime_doesNotEndAScan() {
    IntStream.range(0, 3)
        .forEach(
            n -> provider.addUntimedOrder("old-" + n, "FAILED", START.minus(Duration.ofDays(20))));
    provider.addOrder("older", "COMPLETED", START.minus(Duration.ofDays(30)));

    run();

    assertThat(order("older").state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void rowsMovingDown_areReadOnce_andNoneIsMissed() {
    orders(12);
    int[] updates = {0};
    provider.afterEachPage(
        () -> {
          if (updates[0] < 4) {
            updates[0]++;
            provider.addOrder("new-" + updates[0], "PROCESSING", START.plusSeconds(updates[0]));
          }
        });

    run();

    IntStream.range(0, 12).forEach(n -> assertThat(order("o-" + n).version()).isEqualTo(1));
    after(Duration.ofMinutes(1));
    run();
    assertThat(ledger.records()).hasSize(12 + updates[0]);
  }

  @Test
  void rowMovingToThePageBefore_isFound() {
    orders(9);
    boolean[] removed = {false};
    provider.afterEachPage(
        () -> {
          if (!removed[0]) {
            removed[0] = true;
            provider.removeOrder("o-0");
          }
        });

    run();

    IntStream.range(1, 9).forEach(n -> assertThat(order("o-" + n).version()).isEqualTo(1));
  }

  @Test
  void rowMovingUpAndDownDuringTheEmptyLastPage_isFound() {
    orders(7);
    moveSeventhRowUpAndDownAroundTheThirdPage();

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(order("o-6").state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void rowMovingUpAndDownAtTheEndOfTheScan_isFound() {
    orders(7);
    provider.addOrder("ancient", "COMPLETED", START.minus(Duration.ofDays(8)));
    provider.addOrder("older", "COMPLETED", START.minus(Duration.ofDays(9)));
    moveSeventhRowUpAndDownAroundTheThirdPage();

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(order("o-6").state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void rowMovingToANewLastPage_isFound() {
    orders(7);
    int[] pages = {0};
    provider.afterEachPage(
        () -> {
          switch (++pages[0]) {
            case 3 -> provider.removeOrder("o-0");
            case 4 -> provider.addOrder("new-1", "PROCESSING", START.plusSeconds(1));
            case 5 ->
                IntStream.range(2, 5)
                    .forEach(
                        n -> provider.addOrder("new-" + n, "PROCESSING", START.plusSeconds(n)));
            default -> {}
          }
        });

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(order("o-6").state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void vanishedPage_isNotMistakenForMissingPagination() {
    orders(12);
    boolean[] removed = {false};
    provider.afterEachPage(
        () -> {
          if (!removed[0] && provider.requests().contains("2")) {
            removed[0] = true;
            IntStream.range(0, 3).forEach(n -> provider.removeOrder("o-" + n));
          }
        });

    run();

    IntStream.range(3, 12).forEach(n -> assertThat(order("o-" + n).version()).isEqualTo(1));
  }

  @Test
  void scan_isStoredWithItsStart() {
    orders(9);
    provider.afterEachPage(() -> after(Duration.ofMinutes(20)));

    run(Duration.ofDays(1));

    assertThat(store.read(Deadline.after(Duration.ofDays(1), () -> now)).lastCompletedStart())
        .isEqualTo(START);
  }

  @Test
  void row_resolvesNoConflict() {
    webhook(
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-0\",\"status\":\"COMPLETED\"}}");
    webhook("{\"eventName\":\"ORDER_FAILED\",\"data\":{\"id\":\"o-0\",\"status\":\"FAILED\"}}");
    provider.addOrder("o-0", "FAILED", START.minusSeconds(1));
    provider.failOn("o-0");

    run();

    assertThat(order("o-0").terminalStates().conflict()).matches(conflict -> conflict.isOpen());
  }

  @Test
  void rowWhoseLookupFails_isIngestedItself() {
    orders(2);
    provider.failOn("o-1");

    ReconciliationReport report = run();

    assertThat(report.failures().count()).isEqualTo(1);
    assertThat(report.scanCompleted()).isTrue();
    LedgerRecord record = order("o-1");
    assertThat(record.state()).isEqualTo(State.PROCESSING);
    assertThat(record.fields().plainValues()).doesNotContainKey("network");
  }

  @Test
  void rowWithAnUnreadableRecord_doesNotEndAScan() {
    orders(8);
    IntStream.of(1, 2, 5).forEach(n -> unreadable.add(Subject.order("o-" + n)));

    ReconciliationReport report = run();

    assertThat(report.count(Count.UNREADABLE)).isGreaterThanOrEqualTo(3);
    assertThat(report.scanCompleted()).isTrue();
    assertThat(report.recovered()).hasSize(5);
  }

  @Test
  void providerWithoutPagination_isReadOnce() {
    orders(3);
    provider.disablePaging();

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(report.recovered()).hasSize(3);
  }

  @Test
  void unchangedKnownOrder_isNotLookedUp() {
    orders(3);
    run();
    provider.requests().clear();

    run();

    assertThat(provider.requests()).isEqualTo(List.of("1", "o-2"));
  }

  @Test
  void rowWithAnotherFieldOrState_isLookedUp() {
    orders(3);
    run();
    provider.requests().clear();
    provider.addMember("o-0", "fiatAmount", "100");
    provider.addOrder("o-1", "COMPLETED", START.minus(Duration.ofHours(2)));

    ReconciliationReport report = run();

    assertThat(provider.requests()).containsExactly("1", "o-0", "o-1", "o-2");
    assertThat(order("o-0").fields().plainValues()).containsEntry("fiatAmount", "100");
    assertThat(order("o-1").state()).isEqualTo(State.COMPLETED);
    assertThat(report.count(Count.CHECKED)).isEqualTo(3);
  }

  @Test
  void report_saysTheOldestOrderOfTheList() {
    orders(3);
    provider.addMember("o-0", "createdAt", "2026-02-02T00:00:00Z");
    provider.addMember("o-1", "createdAt", "2026-02-01T00:00:00Z");
    provider.addMember("o-2", "createdAt", "2026-02-03T00:00:00Z");

    assertThat(run().oldest()).isEqualTo("2026-02-01T00:00:00Z");
  }

  @Test
  void rowOfAFailedLookup_withTimeLeft_isIngestedAtTheEndOfTheRun() {
    orders(1);
    provider.beforeEachOrder(
        () -> {
          after(Duration.ofSeconds(110));
          throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
        });

    ReconciliationReport report = run();

    assertThat(report.failures().count()).isEqualTo(1);
    assertThat(order("o-0").state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void failedList_isReported_andTheCheckpointStays() {
    orders(3);
    provider.failOn("list");

    ReconciliationReport report = run();

    assertThat(report.failures().stops())
        .extracting(StopReason::part, StopReason::failure)
        .containsExactly(tuple(RunPart.ORDER_LIST, CallFailure.ofStatus(503)));
    assertThat(report.scanCompleted()).isFalse();
    assertThat(ledger.records()).isEmpty();
  }

  @Test
  void interruptedScan_resumesWhereItStopped_andMissesNothing() {
    orders(12);
    provider.afterEachPage(() -> after(Duration.ofSeconds(20)));

    ReconciliationReport first = run(Duration.ofMinutes(1));
    assertThat(first.scanCompleted()).isFalse();
    int runs = 1;
    while (!run(Duration.ofMinutes(2)).scanCompleted()) {
      assertThat(++runs).isLessThan(20);
    }

    assertThat(ledger.records()).hasSize(12);
    assertThat(ledger.records()).allMatch(record -> record.lastChange().metadata().backfill());
  }

  @Test
  void orderForWhichThereIsNoTime_isNotTakenFromItsRow() {
    orders(5);
    provider.beforeEachOrder(
        () -> {
          after(Duration.ofSeconds(35));
          if (now.isAfter(START.plusSeconds(110))) {
            throw new ProviderUnavailableException(CallFailure.of(FailureCause.TIMEOUT), null);
          }
        });

    ReconciliationReport first = run();

    assertThat(first.failures().count()).isZero();
    assertThat(first.failures().isStopped()).isFalse();
    assertThat(first.scanCompleted()).isFalse();
    provider.beforeEachOrder(() -> {});
    run();
    assertThat(ledger.records())
        .hasSize(5)
        .allMatch(record -> record.fields().plainValues().containsKey("network"));
  }

  @Test
  void listWithoutUpdateTimes_isReadInParts_andStillCompletely() {
    int pages = 24;
    IntStream.range(0, pages * FakeProviderClient.PAGE_SIZE).forEach(n -> untimed("o-" + n, n));
    int runs = 0;
    do {
      provider.requests().clear();
      assertThat(++runs).isLessThan(10);
      run();
      assertThat(pageRequests()).hasSizeLessThanOrEqualTo(OrderListScan.MAX_UNTIMED_PAGES * 2 + 2);
    } while (store.read(Deadline.after(Duration.ofDays(1), () -> now)).current() != null);
    assertThat(ledger.records()).hasSize(pages * FakeProviderClient.PAGE_SIZE);

    untimed("news", -1);
    run();
    untimed("more news", -2);
    run();

    assertThat(order("news").state()).isEqualTo(State.PROCESSING);
    assertThat(order("more news").state()).isEqualTo(State.PROCESSING);
  }

  private List<String> pageRequests() {
    return provider.requests().stream().filter(request -> request.matches("\\d+")).toList();
  }

  private void untimed(String id, int hoursAgo) {
    provider.addUntimedOrder(id, "PROCESSING", START.minus(Duration.ofHours(hoursAgo)));
  }

  /** The pages are requested in the order 1, 2, 1, 3, 2. */
  private void moveSeventhRowUpAndDownAroundTheThirdPage() {
    int[] pages = {0};
    provider.afterEachPage(
        () -> {
          switch (++pages[0]) {
            case 3 -> provider.removeOrder("o-0");
            case 4 -> provider.addOrder("new", "PROCESSING", START.plusSeconds(1));
            default -> {}
          }
        });
  }

  private void orders(int count) {
    IntStream.range(0, count)
        .forEach(
            n -> provider.addOrder("o-" + n, "PROCESSING", START.minus(Duration.ofHours(n + 1))));
  }
}
