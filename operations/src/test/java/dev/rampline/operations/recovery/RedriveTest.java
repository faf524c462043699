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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** Each dead-letter queue is sent where its messages belong. */
class RedriveTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final int ALL = Integer.MAX_VALUE;

  private final RecoveryStores stores = new RecoveryStores();

  @ParameterizedTest
  @EnumSource(
      value = DeadLetterQueue.class,
      names = {"RETRY", "QUARANTINE"})
  void eventsAndPayloads_areQueuedForRetry(DeadLetterQueue queue) {
    QueuePlan from = queue == DeadLetterQueue.RETRY ? QueuePlan.RETRY_DEAD : QueuePlan.QUARANTINE;
    stores.send(from, "document");

    assertThat(redrive(queue).run(ALL).sent()).isEqualTo(1);
    assertThat(stores.drain(QueuePlan.RETRY)).containsExactly("document");
    assertThat(stores.drain(from)).isEmpty();
  }

  @Test
  void relayMessage_sendsTheCurrentRecord() {
    LedgerRecord order = stores.put(Subject.order("o-1"), 4, WRITTEN);
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/o-1\",\"version\":2}");

    assertThat(redrive(DeadLetterQueue.RELAY).list(ALL)).containsExactly("order/o-1/2");
    assertThat(redrive(DeadLetterQueue.RELAY).run(ALL).isComplete()).isTrue();
    assertThat(stores.drain(QueuePlan.EVENTS)).containsExactly(RecoveryStores.message(order));
    assertThat(stores.drain(QueuePlan.RELAY_DEAD)).isEmpty();
  }

  @Test
  void relayMessagesThatCannotBeSent_areReportedAndStay() {
    stores.erase(stores.put(Subject.order("erased"), 1, WRITTEN));
    stores.putUnreadable("order/later");
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/erased\",\"version\":1}");
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/later\",\"version\":1}");
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/unknown\"}");
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"\",\"version\":9}");
    stores.send(QueuePlan.RELAY_DEAD, "no json");

    RecoverySummary summary = redrive(DeadLetterQueue.RELAY).run(ALL);

    assertThat(summary.sent()).isZero();
    assertThat(summary.stopReason()).isNull();
    assertThat(summary.notSent())
        .contains(
            "order/erased/1: its subject was erased",
            "order/later/1: a newer version of Rampline wrote its record",
            "order/unknown/?: the ledger has no record of it")
        .filteredOn(
            line ->
                line.endsWith(
                    "it has no subject; run republish --since with the time of the fault"))
        .hasSize(2);
    assertThat(summary.notSent()).hasSize(5);
    assertThat(stores.visible(QueuePlan.RELAY_DEAD)).isEqualTo(5);
  }

  @Test
  void relayMessageThatTheQueueRejects_isReported_andStopsNoOther() {
    stores.put(Subject.order("poison"), 1, WRITTEN);
    stores.put(Subject.order("good"), 1, WRITTEN);
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/poison\",\"version\":1}");
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/good\",\"version\":1}");

    RecoverySummary summary =
        redrive(DeadLetterQueue.RELAY, QueueCallFaults.rejectingBatchesWith("order/poison"))
            .run(ALL);

    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.stopReason()).isNull();
    assertThat(summary.notSent())
        .containsExactly("order/poison/1: the queue rejected it (InvalidMessageContents)");
  }

  @Test
  void relayMessage_whileTheQueueIsDown_stopsTheRun() {
    stores.put(Subject.order("o-1"), 1, WRITTEN);
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/o-1\",\"version\":1}");
    stores.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/o-1\",\"version\":2}");

    RecoverySummary summary =
        redrive(DeadLetterQueue.RELAY, QueueCallFaults.from(1, SendMessageBatchRequest.class))
            .run(ALL);

    assertThat(summary.stopReason()).isNotNull();
    assertThat(summary.notSent()).isEmpty();
    assertThat(stores.visible(QueuePlan.RELAY_DEAD)).isEqualTo(2);
  }

  @Test
  void deadLetteredEvent_isSentUnchanged_evenIfItWasSentBefore() {
    String message = "{\"id\":\"order/o-1/7\"}";
    stores.sendDeadEvent("order/o-1", message);
    stores.sendDeadEvent("order/o-2", "no json");
    stores.putUnreadable("order/o-1");

    assertThat(redrive(DeadLetterQueue.EVENTS).list(ALL)).hasSize(2).contains("order/o-1/7");
    assertThat(redrive(DeadLetterQueue.EVENTS).run(ALL).sent()).isEqualTo(2);
    stores.sendDeadEvent("order/o-1", message);
    assertThat(redrive(DeadLetterQueue.EVENTS).run(ALL).isComplete()).isTrue();

    assertThat(stores.drain(QueuePlan.EVENTS)).contains(message, "no json");
    assertThat(stores.drain(QueuePlan.EVENTS_DEAD)).isEmpty();
  }

  @Test
  void deadLetteredEventOfAnErasedSubject_isNotSent() {
    stores.erase(stores.put(Subject.customer("gone"), 1, WRITTEN));
    stores.sendDeadEvent("kyc/customer/gone", "{\"id\":\"kyc/customer/gone/1\"}");

    RecoverySummary summary = redrive(DeadLetterQueue.EVENTS).run(ALL);

    assertThat(summary.notSent()).containsExactly("kyc/customer/gone/1: its subject was erased");
    assertThat(stores.drain(QueuePlan.EVENTS)).isEmpty();
    assertThat(stores.drain(QueuePlan.EVENTS_DEAD)).hasSize(1);
  }

  @Test
  void list_endsAtItsLimit_andMovesNothing() {
    for (int number = 0; number < 12; number++) {
      stores.send(QueuePlan.RETRY_DEAD, "event " + number);
    }

    assertThat(redrive(DeadLetterQueue.RETRY).list(11)).hasSize(11).doesNotHaveDuplicates();
    assertThat(new Redrive(DeadLetterQueue.RETRY, stores.clients(), StopAfter.stopped()).list(ALL))
        .hasSizeLessThanOrEqualTo(10);
    assertThat(stores.visible(QueuePlan.RETRY_DEAD)).isEqualTo(12);
  }

  @Test
  void rate_isLimited() {
    stores.send(QueuePlan.RETRY_DEAD, "event 1");
    stores.send(QueuePlan.RETRY_DEAD, "event 2");
    List<Duration> waits = new ArrayList<>();

    new Redrive(DeadLetterQueue.RETRY, stores.clients(), StopAfter.recordingWaits(waits)).run(ALL);

    assertThat(waits).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void unavailableDeadLetterQueue_stopsTheRun() {
    stores.send(QueuePlan.RETRY_DEAD, "event");

    RecoverySummary summary =
        redrive(DeadLetterQueue.RETRY, QueueCallFaults.from(1, ReceiveMessageRequest.class))
            .run(ALL);

    assertThat(summary.stopReason()).contains("injected failure");
    assertThat(summary.isComplete()).isFalse();
  }

  @Test
  void payloadsInQuarantine_areListedOnce_andStay() {
    for (int number = 0; number < 12; number++) {
      stores.send(QueuePlan.QUARANTINE, "payload " + number);
    }

    assertThat(QuarantineList.read(stores.clients(), 3)).hasSize(3);
    assertThat(QuarantineList.read(stores.clients(), ALL)).hasSize(12).doesNotHaveDuplicates();
    assertThat(stores.visible(QueuePlan.QUARANTINE)).isEqualTo(12);
  }

  @Test
  void queue_isNamedInLowerCase() {
    assertThat(DeadLetterQueue.QUARANTINE).hasToString("quarantine");
  }

  private Redrive redrive(DeadLetterQueue from) {
    return redrive(from, QueueCallFaults.none());
  }

  private Redrive redrive(DeadLetterQueue from, UnaryOperator<SqsRequest> fault) {
    return new Redrive(from, stores.clients(fault), StopAfter.neverStop());
  }
}
