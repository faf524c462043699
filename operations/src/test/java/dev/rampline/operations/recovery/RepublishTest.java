package dev.rampline.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.resources.QueuePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

class RepublishTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");
  private static final int BATCH = 10;

  private final RecoveryStores stores = new RecoveryStores();

  @Test
  void subject_isSentAgainWithTheSameBytes() {
    LedgerRecord order = stores.put(Subject.order("o-1"), 7, SINCE);

    assertThat(republish().sendSubject(order.subject()).sent()).isEqualTo(1);
    RecoverySummary second = republish().sendSubject(order.subject());

    assertThat(second.isComplete()).isTrue();
    assertThat(second.position()).isEqualTo("order/o-1");
    String message = RecoveryStores.message(order);
    assertThat(stores.drain(QueuePlan.EVENTS)).containsExactly(message, message);
  }

  @Test
  void subjectWithoutAMessage_isNotSent() {
    LedgerRecord aliases = stores.put(Subject.customer("aliases"), 0, SINCE);
    LedgerRecord erased = stores.put(Subject.order("erased"), 2, SINCE);
    stores.erase(erased);
    stores.putUnreadable("order/later");

    assertThat(notSent(aliases.subject()))
        .containsExactly("kyc/customer/aliases: no event is about it");
    assertThat(notSent(erased.subject())).containsExactly("order/erased: it was erased");
    assertThat(notSent(Subject.order("later")))
        .containsExactly("order/later: a newer version of Rampline wrote the record");
    assertThat(notSent(Subject.order("unknown")))
        .containsExactly("order/unknown: the ledger has no record of it");
    assertThat(stores.drain(QueuePlan.EVENTS)).isEmpty();
  }

  @Test
  void everyRecordWithAMessage_isSent() {
    LedgerRecord order = stores.put(Subject.order("o-1"), 1, SINCE);
    LedgerRecord customer = stores.put(Subject.customer("c-1"), 3, SINCE);
    stores.put(Subject.customer("aliases"), 0, SINCE);
    stores.erase(stores.put(Subject.order("erased"), 2, SINCE));
    stores.putUnreadable("reconcile/scan-checkpoint");

    RecoverySummary summary = republish().sendSince(Instant.MIN, null);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.sent()).isEqualTo(2);
    assertThat(stores.drain(QueuePlan.EVENTS))
        .containsExactlyInAnyOrder(RecoveryStores.message(order), RecoveryStores.message(customer));
  }

  @Test
  void unreadableRecords_areReported_andStopNoOther() {
    stores.putUnreadable("order/later");
    stores.putUnreadable("kyc/user/later");
    LedgerRecord order = stores.put(Subject.order("o-1"), 1, SINCE);

    RecoverySummary summary = republish().sendSince(Instant.MIN, null);

    assertThat(summary.isComplete()).isFalse();
    assertThat(summary.notSent())
        .containsExactlyInAnyOrder(
            "order/later: a newer version of Rampline wrote the record",
            "kyc/user/later: a newer version of Rampline wrote the record");
    assertThat(stores.drain(QueuePlan.EVENTS)).containsExactly(RecoveryStores.message(order));
  }

  @Test
  void recordsWrittenUpToAMinuteBefore_areSentToo() {
    LedgerRecord margin = stores.put(Subject.order("margin"), 1, SINCE.minusSeconds(60));
    stores.put(Subject.order("old"), 1, SINCE.minusSeconds(60).minusMillis(1));

    assertThat(republish().sendSince(SINCE, null).sent()).isEqualTo(1);
    assertThat(stores.drain(QueuePlan.EVENTS)).containsExactly(RecoveryStores.message(margin));
  }

  @Test
  void messageThatTheQueueRejects_isReported_andStopsNoOther() {
    LedgerRecord order = stores.put(Subject.order("good"), 1, SINCE);
    stores.put(Subject.order("poison"), 1, SINCE);

    RecoverySummary summary =
        republish(QueueCallFaults.rejectingBatchesWith("order/poison"))
            .sendSince(Instant.MIN, null);

    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.stopReason()).isNull();
    assertThat(summary.notSent())
        .containsExactly("order/poison/1: the queue rejected it (InvalidMessageContents)");
    assertThat(stores.drain(QueuePlan.EVENTS)).containsExactly(RecoveryStores.message(order));
  }

  @Test
  void unavailableQueue_stopsTheRun() {
    LedgerRecord order = stores.put(Subject.order("o-1"), 1, SINCE);
    UnaryOperator<SqsRequest> down = QueueCallFaults.from(1, SendMessageBatchRequest.class);

    RecoverySummary all = republish(down).sendSince(Instant.MIN, null);
    RecoverySummary one = republish(down).sendSubject(order.subject());

    assertThat(List.of(all, one))
        .allSatisfy(
            summary -> {
              assertThat(summary.stopReason()).isNotNull();
              assertThat(summary.notSent()).isEmpty();
              assertThat(summary.sent()).isZero();
              assertThat(summary.position()).isNull();
              assertThat(summary.isComplete()).isFalse();
            });
  }

  @Test
  void missingTable_stopsTheRun() {
    StoreClients clients = stores.clients();
    Republish republish =
        new Republish(
            new StoreClients(clients.tables(), clients.queues(), "no-such-table"),
            StopAfter.neverStop());

    assertThat(republish.sendSince(Instant.MIN, "order/o-1"))
        .satisfies(
            summary -> {
              assertThat(summary.stopReason()).contains("non-existent table");
              assertThat(summary.position()).isEqualTo("order/o-1");
            });
    assertThat(republish.sendSubject(Subject.order("o-1")).stopReason())
        .contains("non-existent table");
  }

  @Test
  void failedRun_reportsItsPosition_andTheNextRunContinues() {
    putOrders(13);

    assertNextRunSendsTheRest(
        republish(QueueCallFaults.from(2, SendMessageBatchRequest.class))
            .sendSince(Instant.MIN, null));
  }

  @Test
  void stoppedRun_reportsItsPosition_andTheNextRunContinues() {
    putOrders(13);

    RecoverySummary stopped =
        new Republish(stores.clients(), StopAfter.stopWhen(summary -> summary.sent() == BATCH))
            .sendSince(Instant.MIN, null);

    assertThat(stopped.stopReason()).isEqualTo("stop requested");
    assertNextRunSendsTheRest(stopped);
  }

  @Test
  void rate_isLimitedForPagesAndMessages() {
    putOrders(12);
    List<Duration> waits = new ArrayList<>();

    new Republish(stores.clients(), StopAfter.recordingWaits(waits)).sendSince(Instant.MIN, null);

    assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(1100));
  }

  @Test
  void tableOfSeveralPages_isSentCompletely() {
    putOrders(205);

    RecoverySummary summary = republish().sendSince(Instant.MIN, null);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.sent()).isEqualTo(205);
    assertThat(stores.drain(QueuePlan.EVENTS)).hasSize(205).doesNotHaveDuplicates();
  }

  @Test
  void pagesWithoutAMessage_moveThePosition_andTheRunCanBeStoppedAfterEach() {
    putOrders(101);

    RecoverySummary all = republish().sendSince(SINCE.plusSeconds(3600), null);
    RecoverySummary stopped =
        new Republish(stores.clients(), StopAfter.stopWhen(_ -> true))
            .sendSince(SINCE.plusSeconds(3600), null);

    assertThat(all.isComplete()).isTrue();
    assertThat(all.position()).startsWith("order/");
    assertThat(stopped.stopReason()).isEqualTo("stop requested");
    assertThat(stopped.position()).isEqualTo(all.position());
    assertThat(stores.drain(QueuePlan.EVENTS)).isEmpty();
  }

  private void assertNextRunSendsTheRest(RecoverySummary broken) {
    assertThat(broken.sent()).isEqualTo(BATCH);
    assertThat(broken.stopReason()).isNotNull();

    RecoverySummary rest = republish().sendSince(Instant.MIN, broken.position());

    assertThat(rest.sent()).isEqualTo(3);
    assertThat(rest.isComplete()).isTrue();
    assertThat(stores.drain(QueuePlan.EVENTS)).hasSize(13).doesNotHaveDuplicates();
  }

  private void putOrders(int count) {
    IntStream.range(0, count).forEach(number -> stores.put(Subject.order("o-" + number), 1, SINCE));
  }

  private List<String> notSent(Subject subject) {
    RecoverySummary summary = republish().sendSubject(subject);
    assertThat(summary.sent()).isZero();
    assertThat(summary.isComplete()).isFalse();
    return summary.notSent();
  }

  private Republish republish() {
    return republish(QueueCallFaults.none());
  }

  private Republish republish(UnaryOperator<SqsRequest> fault) {
    return new Republish(stores.clients(fault), StopAfter.neverStop());
  }
}
