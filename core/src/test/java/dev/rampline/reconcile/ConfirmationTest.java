package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.reconcile.ReconciliationReport.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that due checks compare signed terminal states and verdicts with the provider's API. */
class ConfirmationTest extends ReconciliationFixture {
  private static final Subject CUSTOMER = Subject.customer("c-1");

  @Test
  void completedOrder_isConfirmedOnce_withOneLookupAndOneMessage() {
    completed("o-1");
    completed("o-1");
    provider.addOrder("o-1", "COMPLETED", START);
    provider.setListing(false);
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();
    after(Duration.ofHours(1));
    run();

    assertThat(report.count(Count.CONFIRMED)).isEqualTo(1);
    assertThat(report.recovered()).isEmpty();
    assertThat(provider.requests()).containsOnlyOnce("o-1");
    assertThat(queue.messages()).hasSize(2);
    assertThat(queue.messages().getLast().body())
        .contains("order.fields-updated", "\"trust\":\"fetched\"")
        .contains("\"confirmedAt\":\"2026-03-01T10:05:00Z\"");
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isNull();
  }

  @Test
  void recoveredOrder_isConfirmedByItsRecovery() {
    provider.addOrder("o-1", "COMPLETED", START);

    ReconciliationReport report = run();

    assertThat(report.recovered()).hasSize(1);
    assertThat(order("o-1").content().confirmedAt()).isEqualTo(START);
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isNull();
  }

  @Test
  void unknownOrder_isAConflictAfterTheGracePeriod() {
    completed("o-1");
    after(Duration.ofMinutes(5));
    ReconciliationReport early = run();
    after(Duration.ofMinutes(15));
    ReconciliationReport late = run();

    assertThat(early.count(Count.UNKNOWN)).isEqualTo(1);
    assertThat(early.count(Count.DISAGREEMENT)).isZero();
    assertThat(late.count(Count.DISAGREEMENT)).isEqualTo(1);
    assertThat(order("o-1").terminalStates().hasOpenConflict()).isTrue();
    assertThat(queue.messages().getLast().body())
        .contains("\"providerState\":\"unknown\"", "\"resolvedState\":null")
        .doesNotContain("confirmedAt");
  }

  @Test
  void unconfirmedState_isCheckedAsSoonAsTheApiCanContradictIt() {
    completed("o-1");
    after(Duration.ofMinutes(10));
    run();

    assertThat(order("o-1").pendingChecks().nextCheckAt())
        .isEqualTo(START.plus(Duration.ofMinutes(15)));
    after(Duration.ofMinutes(5));
    assertThat(run().count(Count.DISAGREEMENT)).isEqualTo(1);
  }

  /** The finding: forged ids that the API refuses, or takes for others, were never contradicted. */
  @Test
  void idThatTheApiRefusesOrTakesForAnother_isUnknown() {
    completed("refused");
    completed("ABC");
    approved("c-1");
    provider.setListing(false);
    provider.refuse("refused", 400);
    provider.confuse("ABC", "abc");
    provider.refuse("c-1", 422);
    after(Duration.ofMinutes(15));

    ReconciliationReport report = run();

    assertThat(report.count(Count.DISAGREEMENT)).isEqualTo(3);
    assertThat(report.failures().count()).isZero();
    assertThat(report.oldestUnconfirmed()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 408, 301})
  void refusalOfTheCaller_contradictsNothing_andTheUnconfirmedStateIsReported(int status) {
    completed("o-1");
    after(Duration.ofMinutes(1));
    completed("o-2");
    provider.setListing(false);
    provider.refuse("o-1", status);
    provider.refuse("o-2", status);
    after(Duration.ofMinutes(20));

    ReconciliationReport report = run();

    assertThat(report.count(Count.DISAGREEMENT)).isZero();
    assertThat(report.failures().count()).isEqualTo(2);
    assertThat(report.oldestUnconfirmed())
        .isEqualTo(new WaitingSubject(Subject.order("o-1"), START));
  }

  @Test
  void refund_doesNotMakeTheUnconfirmedStateYounger() {
    completed("o-1");
    after(Duration.ofMinutes(10));
    refunded("o-1");
    provider.setListing(false);
    provider.refuse("o-1", 403);
    after(Duration.ofMinutes(10));

    assertThat(run().oldestUnconfirmed())
        .isEqualTo(new WaitingSubject(Subject.order("o-1"), START));
  }

  @Test
  void openOrder_thatWasForgedAsCompleted_isAConflict_andResolvedWhenItCompletes() {
    completed("o-1");
    provider.addOrder("o-1", "PROCESSING", START);
    provider.setListing(false);
    after(Duration.ofMinutes(20));
    assertThat(run().count(Count.DISAGREEMENT)).isEqualTo(1);

    after(Duration.ofMinutes(1));
    provider.addOrder("o-1", "COMPLETED", now);
    provider.setListing(true);
    ReconciliationReport report = run();

    assertThat(report.count(Count.CONFLICT_RESOLVED)).isEqualTo(1);
    assertThat(order("o-1").content().confirmedAt()).isEqualTo(now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "PROCESSING"})
  void refundOfAnOrderThatTheApiKnows_isLookedUpOnce(String status) {
    if (status.equals("COMPLETED")) {
      completed("o-1");
    }
    refunded("o-1");
    provider.addOrder("o-1", status, START);
    provider.setListing(false);
    after(Duration.ofMinutes(5));
    run();
    after(Duration.ofHours(1));

    assertThat(run().count(Count.DISAGREEMENT)).isZero();
    assertThat(provider.requests()).containsOnlyOnce("o-1");
    assertThat(order("o-1").state()).isEqualTo(State.REFUNDED);
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isNull();
  }

  /** The finding: a forged refund hid a forged completion, and ended its conflict. */
  @Test
  void refundOfAnOrderThatTheApiDoesNotKnow_isADisagreement() {
    refunded("alone");
    completed("behind");
    refunded("behind");
    completed("later");
    after(Duration.ofMinutes(15));
    assertThat(run().count(Count.DISAGREEMENT)).isEqualTo(3);

    refunded("later");
    after(Duration.ofMinutes(30));
    run();

    for (String id : List.of("alone", "behind", "later")) {
      assertThat(order(id).state()).isEqualTo(State.REFUNDED);
      assertThat(order(id).terminalStates().hasOpenConflict()).isTrue();
      assertThat(order(id).pendingChecks().nextCheckAt()).isNotNull();
    }
  }

  @Test
  void forgedLink_doesNotEndTheConflictAboutAnUnknownCustomer() {
    approved("c-1");
    after(Duration.ofMinutes(15));
    run();

    verdict("REJECTED", "\"partnerUserId\":\"mallory\"");
    verdict("APPROVED", "\"partnerCustomerId\":\"c-1\",\"partnerUserId\":\"mallory\"");

    assertThat(record(CUSTOMER).terminalStates().hasOpenConflict()).isTrue();
    assertThat(record(CUSTOMER).version())
        .isEqualTo(record(Subject.partnerUser("mallory")).version());
  }

  @Test
  void verdict_isConfirmed_andAnInventedCustomerIsAConflict() {
    approved("c-1");
    approved("c-2");
    provider.addCustomer("c-1", "APPROVED");
    after(Duration.ofMinutes(20));

    ReconciliationReport report = run();

    assertThat(report.count(Count.CONFIRMED)).isEqualTo(1);
    assertThat(report.count(Count.DISAGREEMENT)).isEqualTo(1);
    assertThat(record(CUSTOMER).content().confirmedAt()).isEqualTo(now);
    LedgerRecord invented = record(Subject.customer("c-2"));
    assertThat(invented.terminalStates().hasOpenConflict()).isTrue();
    assertThat(invented.content().confirmedAt()).isNull();
  }

  /** The finding: a forged link of an id to an approved customer was confirmed. */
  @Test
  void idsThatOnlySignedEventsLinkToACustomer_areNotConfirmed() {
    verdict("REJECTED", "\"partnerUserId\":\"mallory\"");
    verdict("APPROVED", "\"partnerCustomerId\":\"c-1\",\"partnerUserId\":\"mallory\"");
    verdict("APPROVED", "\"partnerCustomerId\":\"c-1\",\"userId\":\"mallory\"");
    verdict("APPROVED", "\"userId\":\"mallory\"");
    provider.addCustomer("c-1", "APPROVED");
    after(Duration.ofMinutes(5));

    assertThat(run().count(Count.CONFIRMED)).isEqualTo(1);
    after(Duration.ofMinutes(1));
    verdict("APPROVED", "\"userId\":\"u-1\"");

    assertThat(record(CUSTOMER).content().confirmedAt()).isEqualTo(START.plusSeconds(300));
    for (Subject linked : List.of(Subject.partnerUser("mallory"), Subject.user("mallory"))) {
      assertThat(record(linked).state()).isEqualTo(State.APPROVED);
      assertThat(record(linked).version()).isEqualTo(record(CUSTOMER).version());
      assertThat(record(linked).content().confirmedAt()).isNull();
      assertThat(queue.messages())
          .filteredOn(message -> message.subject().equals(linked))
          .noneMatch(message -> message.body().matches(".*(fetched|\"confirmedAt\":\"2).*"));
    }
  }

  @Test
  void idThatTheApiNames_isConfirmed() {
    verdict("APPROVED", "\"userId\":\"u-1\"");
    verdict("APPROVED", "\"partnerCustomerId\":\"c-1\",\"userId\":\"u-1\"");
    provider.addCustomer("c-1", "APPROVED");
    after(Duration.ofMinutes(5));

    run();

    assertThat(record(Subject.user("u-1")).content().confirmedAt()).isEqualTo(now);
    assertThat(record(CUSTOMER).content().confirmedAt()).isEqualTo(now);
  }

  @Test
  void verdictThatTheApiContradicts_isReplaced_andCounted() {
    approved("c-1");
    provider.addCustomer("c-1", "REJECTED");
    after(Duration.ofMinutes(5));

    assertThat(run().count(Count.DISAGREEMENT)).isEqualTo(1);
    assertThat(record(CUSTOMER).state()).isEqualTo(State.REJECTED);
    assertThat(record(CUSTOMER).terminalStates().hasOpenConflict()).isFalse();
  }

  /** The finding: three replays made six versions. */
  @Test
  void replaysOfAnUndatedEvent_makeNoMessage_andAreLookedUp() {
    approved("c-1");
    provider.addCustomer("c-1", "REJECTED");
    after(Duration.ofMinutes(5));
    run();
    int messages = queue.messages().size();

    for (int replay = 0; replay < 3; replay++) {
      after(Duration.ofHours(5));
      approved("c-1");
      assertThat(nextCheckAt()).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(5)));
      after(Duration.ofMinutes(5));
      run();
    }

    assertThat(queue.messages()).hasSize(messages);
    assertThat(record(CUSTOMER).state()).isEqualTo(State.REJECTED);
  }

  /** The finding: an undelivered approval of 2020 overrode the API's rejection. */
  @Test
  void oldEvent_doesNotOverrideTheApi() {
    webhook(
        "{\"eventName\":\"KYC_SUBMITTED\",\"data\":{\"partnerCustomerId\":\"c-1\"},"
            + "\"timestamp\":\"2019-01-01T00:00:00Z\"}");
    provider.addCustomer("c-1", "REJECTED");
    after(Duration.ofMinutes(5));
    run();
    after(Duration.ofHours(1));

    webhook(
        "{\"eventName\":\"KYC_APPROVED\",\"data\":{\"partnerCustomerId\":\"c-1\"},"
            + "\"timestamp\":\"2020-01-01T00:00:00Z\"}");

    assertThat(record(CUSTOMER).state()).isEqualTo(State.REJECTED);
    assertThat(record(CUSTOMER).pendingChecks().unverifiedEvents()).hasSize(1);
    assertThat(nextCheckAt()).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(5)));
  }

  /** As {@code ./rampline reconcile --recheck-since} schedules it. */
  @Test
  void scheduledCheckOfAConfirmedOrder_isMadeOnce() {
    completed("o-1");
    provider.addOrder("o-1", "COMPLETED", START);
    after(Duration.ofMinutes(5));
    run();
    ledger.write(order("o-1").withNextCheckAt(now, now), soon());
    provider.setListing(false);
    provider.requests().clear();

    ReconciliationReport report = run();

    assertThat(provider.requests()).contains("o-1");
    assertThat(report.count(Count.ABANDONED)).isZero();
    assertThat(order("o-1").pendingChecks().nextCheckAt()).isNull();
  }

  private Instant nextCheckAt() {
    return Objects.requireNonNull(record(CUSTOMER).pendingChecks().nextCheckAt());
  }

  private void completed(String id) {
    webhook(
        "{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"" + id + "\",\"status\":\"COMPLETED\"}");
  }

  private void verdict(String verdict, String ids) {
    webhook("{\"eventName\":\"KYC_" + verdict + "\",\"data\":{" + ids + "}}");
  }

  private void refunded(String id) {
    webhook("{\"eventName\":\"ORDER_REFUNDED\",\"orderId\":\"" + id + "\"}");
  }

  private void approved(String id) {
    webhook("{\"eventName\":\"KYC_APPROVED\",\"data\":{\"partnerCustomerId\":\"" + id + "\"}}");
  }
}
