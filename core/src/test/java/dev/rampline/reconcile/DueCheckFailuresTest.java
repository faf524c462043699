package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.reconcile.ReconciliationReport.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests what due checks do when lookups fail, or records cannot be read. */
class DueCheckFailuresTest extends ReconciliationFixture {
  private static final Instant LONG_AGO = START.minus(Duration.ofDays(300));

  DueCheckFailuresTest() {
    provider.setListing(false);
  }

  @Test
  void failedLookup_delaysNoOther() {
    IntStream.range(0, 7).forEach(n -> created("o-" + n));
    IntStream.range(0, 7).forEach(n -> provider.addOrder("o-" + n, "PROCESSING", LONG_AGO));
    provider.failOn("o-0");
    provider.failOn("o-3");
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.failures().failedLookups())
        .isEqualTo(Map.of(FailureCause.HTTP_SERVER_ERROR, 2));
    assertThat(report.failures().skipped())
        .extracting(SkippedSubject::subject)
        .containsExactlyInAnyOrder(Subject.order("o-0"), Subject.order("o-3"));
    assertThat(report.recovered()).hasSize(5);
    assertThat(order("o-3").pendingChecks().nextCheckAt())
        .isEqualTo(now.plus(Duration.ofMinutes(5)));
  }

  @Test
  void unansweredCheck_isRepeatedSoon_andAnAnsweredOneAfterTheTimeSinceTheLastEvent() {
    created("o-1");
    created("o-2");
    provider.addOrder("o-1", "PENDING_PAYMENT", LONG_AGO);
    provider.addOrder("o-2", "PENDING_PAYMENT", LONG_AGO);
    after(Duration.ofMinutes(5));
    run();
    provider.failOn("o-1");
    after(Duration.ofHours(6));

    run();

    assertThat(order("o-1").pendingChecks().nextCheckAt())
        .isEqualTo(now.plus(Duration.ofMinutes(5)));
    assertThat(order("o-2").pendingChecks().nextCheckAt()).isEqualTo(now.plus(Duration.ofHours(6)));
  }

  @Test
  void failuresBetweenAnswers_doNotAddUp() {
    createdInOrder(8);
    IntStream.of(0, 1, 3, 4, 6, 7).forEach(n -> provider.failOn("o-" + n));
    provider.addOrder("o-2", "PROCESSING", LONG_AGO);
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.failures().isStopped()).isFalse();
    assertThat(report.failures().count()).isEqualTo(6);
    assertThat(report.count(Count.UNKNOWN)).isEqualTo(1);
    assertThat(report.count(Count.CHECKED)).isEqualTo(8);
  }

  @Test
  void unreadableAnswer_isAnAnswerOfTheEndpoint() {
    createdInOrder(5);
    provider.beforeEachOrder(
        () -> {
          CallFailure failure =
              CallFailure.ofStatus(provider.lastRequest().equals("o-2") ? 403 : 503);
          throw failure.cause() == FailureCause.HTTP_FORBIDDEN
              ? new UnreadableAnswerException(failure)
              : new ProviderUnavailableException(failure, null);
        });
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.failures().isStopped()).isFalse();
    assertThat(report.failures().failedLookups())
        .isEqualTo(Map.of(FailureCause.HTTP_SERVER_ERROR, 4, FailureCause.HTTP_FORBIDDEN, 1));
  }

  @Test
  void unreadableRecord_delaysNoOther_andIsCounted() {
    IntStream.range(0, 7).forEach(n -> created("o-" + n));
    IntStream.range(0, 7).forEach(n -> provider.addOrder("o-" + n, "PROCESSING", LONG_AGO));
    unreadable.add(Subject.order("o-0"));
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.count(Count.UNREADABLE)).isEqualTo(1);
    assertThat(report.recovered()).hasSize(6);
    assertThat(report.failures().skipped())
        .extracting(SkippedSubject::subject)
        .contains(Subject.order("o-0"));
    assertThat(report.failures().isStopped()).isFalse();
  }

  @Test
  void unavailableProvider_isCalledThreeTimes_andTheRestStaysDue() {
    IntStream.range(0, 7).forEach(n -> created("o-" + n));
    IntStream.range(0, 7).forEach(n -> provider.failOn("o-" + n));
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.failures().stops())
        .extracting(StopReason::part, StopReason::failure)
        .containsExactly(tuple(RunPart.ORDER_LOOKUPS, CallFailure.ofStatus(503)));
    assertThat(provider.requests().stream().filter(request -> request.startsWith("o-"))).hasSize(3);
  }

  /** Three such ids must not stop every run. */
  @Test
  void idsToWhichTheApiNeverAnswers_stopOneRun_andDelayNoOther() {
    for (int n = 0; n < 5; n++) {
      provider.failOn("poison-" + n);
      created("poison-" + n);
      after(Duration.ofSeconds(1));
    }
    createdInOrder(4);
    IntStream.range(0, 4).forEach(n -> provider.addOrder("o-" + n, "PROCESSING", LONG_AGO));
    after(Duration.ofMinutes(5));
    assertThat(run().failures().isStopped()).isTrue();
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.failures().isStopped()).isFalse();
    assertThat(report.recovered()).hasSize(4);
    assertThat(report.failures().count()).isEqualTo(5);
    assertThat(provider.requests()).endsWith("poison-0", "poison-1", "poison-2");
    assertThat(order("poison-2").pendingChecks().nextCheckAt())
        .isEqualTo(now.plus(Duration.ofMinutes(10)));
  }

  @Test
  void refusedIdOfAnOpenOrder_isAFailedLookup() {
    created("o-1");
    provider.refuse("o-1", 400);
    after(Duration.ofMinutes(20));

    ReconciliationReport report = run();

    assertThat(report.failures().failedLookups())
        .isEqualTo(Map.of(FailureCause.HTTP_CLIENT_ERROR, 1));
    assertThat(report.oldestUnconfirmed()).isNull();
  }

  @Test
  void failingKycEndpoint_delaysNoOrder() {
    IntStream.range(0, 60).forEach(this::submitted);
    created("o-1");
    webhook("{\"eventName\":\"ORDER_CANCELLED\",\"orderId\":\"o-1\",\"status\":\"CANCELLED\"}");
    created("o-2");
    provider.addOrder("o-2", "PROCESSING", LONG_AGO);
    after(Duration.ofMinutes(5));
    webhook("{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"o-1\",\"status\":\"COMPLETED\"}");
    provider.addOrder("o-1", "COMPLETED", LONG_AGO);

    ReconciliationReport report = run();

    assertThat(report.count(Count.CONFLICT_RESOLVED)).isEqualTo(1);
    assertThat(order("o-2").state()).isEqualTo(State.PROCESSING);
    assertThat(report.failures().stops())
        .extracting(StopReason::part, StopReason::failure)
        .containsExactly(tuple(RunPart.KYC_LOOKUPS, CallFailure.ofStatus(503)));
    assertThat(provider.requests()).startsWith("1", "o-1");
    assertThat(provider.requests().stream().filter(request -> request.startsWith("c-"))).hasSize(3);
  }

  @Test
  void recordsOfNewerCode_arePostponed_andDelayNoOther() {
    IntStream.range(0, 25).forEach(n -> created("newer-" + n));
    IntStream.range(0, 25).forEach(n -> unreadable.add(Subject.order("newer-" + n)));
    after(Duration.ofMinutes(1));
    created("o-1");
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.count(Count.UNREADABLE)).isEqualTo(25);
    assertThat(report.failures().skipped()).hasSize(20);
    assertThat(order("o-1").state()).isEqualTo(State.PROCESSING);
    assertThat(run().count(Count.UNREADABLE)).isZero();
  }

  @Test
  void lookupWithoutTime_isNotAFailure_andStaysDue() {
    created("o-1");
    after(Duration.ofMinutes(5));
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);
    provider.setListing(false);
    provider.beforeEachOrder(
        () -> {
          after(Duration.ofMinutes(3));
          throw new ProviderUnavailableException(CallFailure.of(FailureCause.TIMEOUT), null);
        });

    ReconciliationReport report = run();

    assertThat(report.failures().count()).isZero();
    assertThat(report.failures().isStopped()).isFalse();
    provider.beforeEachOrder(() -> {});
    assertThat(run().recovered()).hasSize(1);
  }

  /** Creates orders that become due one after the other. */
  private void createdInOrder(int count) {
    for (int n = 0; n < count; n++) {
      created("o-" + n);
      after(Duration.ofSeconds(1));
    }
  }

  private void submitted(int n) {
    provider.failOn("c-" + n);
    webhook("{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"partnerCustomerId\":\"c-" + n + "\"}}");
  }
}
