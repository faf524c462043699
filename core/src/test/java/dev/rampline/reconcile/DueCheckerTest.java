package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rampline.erasure.Erasure;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.reconcile.ReconciliationReport.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the due checks of records. */
class DueCheckerTest extends ReconciliationFixture {
  private static final Instant LONG_AGO = START.minus(Duration.ofDays(300));

  DueCheckerTest() {
    provider.setListing(false);
  }

  @Test
  void dueOrder_isLookedUp_andItsNextCheckFollowsTheLastEvent() {
    created("o-1");
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.recovered())
        .extracting(RecoveredEvent::subject, RecoveredEvent::decision, RecoveredEvent::state)
        .containsExactly(tuple(Subject.order("o-1"), "state-changed", State.PROCESSING));
    assertThat(order("o-1").pendingChecks().nextCheckAt())
        .isEqualTo(now.plus(Duration.ofMinutes(5)));
  }

  @Test
  void closedOrder_isNotChecked() {
    created("o-1");
    provider.addOrder("o-1", "COMPLETED", LONG_AGO);
    after(Duration.ofMinutes(5));
    run();

    assertThat(order("o-1").state()).isEqualTo(State.COMPLETED);
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT5M, PT5M", "PT20M, PT20M", "PT24H, P1D", "PT25H, P1D", "P89D, P1D"})
  void nextCheck_isDelayedByTheTimeSinceTheLastEvent(Duration quiet, Duration wait) {
    created("o-1");
    provider.addOrder("o-1", "PENDING_PAYMENT", LONG_AGO);
    after(Duration.ofMinutes(5));
    run();
    long version = order("o-1").version();
    after(quiet);

    run();

    assertThat(order("o-1").version()).isEqualTo(version);
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isEqualTo(now.plus(wait));
  }

  @Test
  void unknownOrder_isPostponed_withoutANewVersion() {
    created("o-1");
    after(Duration.ofMinutes(30));

    ReconciliationReport report = run();

    assertThat(report.count(Count.UNKNOWN)).isEqualTo(1);
    assertThat(order("o-1").version()).isEqualTo(1);
    assertThat(order("o-1").revision().number()).isEqualTo(2);
    assertThat(order("o-1").pendingChecks().nextCheckAt())
        .isEqualTo(now.plus(Duration.ofMinutes(30)));
    assertThat(queue.messages()).hasSize(1);
  }

  @Test
  void recordWithoutEventsFor90Days_isAbandoned_andCounted() {
    created("o-1");
    after(Duration.ofDays(90));

    assertThat(run().count(Count.ABANDONED)).isEqualTo(1);
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isNull();
    assertThat(run().count(Count.ABANDONED)).isZero();
  }

  @Test
  void oldestPaidOpenOrder_isReported() {
    created("o-1");
    after(Duration.ofHours(1));
    created("o-2");
    after(Duration.ofHours(1));
    created("o-3");
    provider.addOrder("o-2", "PROCESSING", LONG_AGO);
    provider.addOrder("o-3", "PROCESSING", LONG_AGO);
    after(Duration.ofMinutes(5));

    assertThat(run().oldestOpen())
        .isEqualTo(new WaitingSubject(Subject.order("o-2"), START.plus(Duration.ofHours(1))));
  }

  @Test
  void unpaidOrClosedOrder_isNotReportedAsOpen() {
    created("o-1");
    created("o-2");
    provider.addOrder("o-2", "COMPLETED", LONG_AGO);
    after(Duration.ofMinutes(5));

    assertThat(run().oldestOpen()).isNull();
  }

  @Test
  void responseContradictingATerminalState_isAConflict() {
    created("o-1");
    webhook("{\"eventName\":\"ORDER_CANCELLED\",\"orderId\":\"o-1\",\"status\":\"CANCELLED\"}");
    provider.addOrder("o-1", "COMPLETED", START);
    provider.setListing(true);

    ReconciliationReport report = run();

    assertThat(report.count(Count.CONFLICT_FOUND)).isEqualTo(1);
  }

  @Test
  void conflict_isResolvedByALaterLookup() {
    created("o-1");
    webhook("{\"eventName\":\"ORDER_CANCELLED\",\"orderId\":\"o-1\",\"status\":\"CANCELLED\"}");
    webhook("{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"o-1\",\"status\":\"COMPLETED\"}");
    provider.addOrder("o-1", "COMPLETED", LONG_AGO);

    ReconciliationReport report = run();

    assertThat(report.count(Count.CONFLICT_RESOLVED)).isEqualTo(1);
    assertThat(conflict("o-1").resolvedState()).isEqualTo(State.COMPLETED);
  }

  @Test
  void listRow_resolvesNoConflict() {
    created("o-1");
    webhook("{\"eventName\":\"ORDER_CANCELLED\",\"orderId\":\"o-1\",\"status\":\"CANCELLED\"}");
    webhook("{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"o-1\",\"status\":\"COMPLETED\"}");
    provider.addOrder("o-1", "COMPLETED", START);
    provider.setListing(true);
    provider.failOn("o-1");

    assertThat(run().count(Count.CONFLICT_RESOLVED)).isZero();
    assertThat(conflict("o-1").isOpen()).isTrue();
  }

  @Test
  void customer_isLookedUpByThePartnersId_andConfirmed() {
    webhook("{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"partnerCustomerId\":\"c 1\"}}");
    provider.addCustomer("c 1", "APPROVED");
    after(Duration.ofMinutes(5));

    run();

    LedgerRecord record = record(Subject.customer("c 1"));
    assertThat(record.state()).isEqualTo(State.APPROVED);
    assertThat(record.currentStatus().confirmed()).isTrue();
  }

  @Test
  void customerWithoutAPartnersId_isNeverDue() {
    webhook("{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"userId\":\"u-1\"}}");
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(provider.requests()).doesNotContain("u-1");
    assertThat(report.count(Count.UNKNOWN)).isZero();
    assertThat(record(Subject.user("u-1")).pendingChecks().nextCheckAt()).isNull();
  }

  @Test
  void report_countsTheCheckedSubjects_andSaysTheOldestOrder() {
    created("o-1");
    created("o-2");
    created("o-3");
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);
    provider.addOrder("o-2", "PROCESSING", LONG_AGO);
    provider.addOrder("o-3", "PROCESSING", LONG_AGO);
    provider.addMember("o-1", "createdAt", "2026-02-02T00:00:00Z");
    provider.addMember("o-2", "createdAt", "2026-02-01T00:00:00Z");
    provider.addMember("o-3", "createdAt", "2026-02-03T00:00:00Z");
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.count(Count.CHECKED)).isEqualTo(3);
    assertThat(report.oldest()).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(report.oldestOpen())
        .isEqualTo(new WaitingSubject(Subject.order("o-2"), Instant.parse("2026-02-01T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_PAYMENT, false",
    "PAYMENT_DONE_MARKED_BY_USER, true",
    "CRYPTO_DEPOSIT_RECEIVED, true",
    "PROCESSING, true",
    "ON_HOLD_PENDING_DELIVERY_FROM_BANK, true",
    "COMPLETED, false",
    "REFUNDED, false"
  })
  void oldestOpenOrder_hasAnyPaidStateThatIsNotClosed(String status, boolean open) {
    created("o-1");
    provider.addOrder("o-1", status, LONG_AGO);
    after(Duration.ofMinutes(5));

    assertThat(run().oldestOpen() != null).isEqualTo(open);
  }

  @Test
  void erasedAndUnknownSubjectsOfTheIndex_areNotLookedUp() {
    created("gone");
    new Erasure(ledger, () -> now).erase(Subject.order("gone"), within(Duration.ofMinutes(1)));
    created("early");
    FixedDueIndex index =
        new FixedDueIndex(
            List.of(Subject.order("gone"), Subject.order("unknown"), Subject.order("early")));

    ReconciliationReport report = run(Duration.ofMinutes(3), index, store);

    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertThat(report.count(Count.CHECKED)).isZero();
    assertThat(provider.requests()).containsExactly("1");
  }

  @Test
  void slowList_leavesTimeForDueChecks() {
    webhook("{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"partnerCustomerId\":\"c-1\"}}");
    provider.addCustomer("c-1", "APPROVED");
    IntStream.range(0, 60)
        .forEach(n -> provider.addOrder("o-" + n, "PROCESSING", START.minusSeconds(n)));
    provider.setListing(true);
    after(Duration.ofMinutes(5));
    provider.afterEachPage(() -> after(Duration.ofSeconds(20)));

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isFalse();
    assertThat(record(Subject.customer("c-1")).state()).isEqualTo(State.APPROVED);
    assertThat(report.failures().isStopped()).isFalse();
  }

  @Test
  void secondRun_checksNothing() {
    IntStream.range(0, 7).forEach(n -> created("o-" + n));
    IntStream.range(0, 7).forEach(n -> provider.addOrder("o-" + n, "PROCESSING", LONG_AGO));
    after(Duration.ofMinutes(5));
    run();
    provider.requests().clear();

    assertThat(run().recovered()).isEmpty();
    assertThat(provider.requests()).filteredOn(request -> request.startsWith("o-")).isEmpty();
  }

  private TerminalStateConflict conflict(String id) {
    return Objects.requireNonNull(order(id).terminalStates().conflict());
  }
}
