package dev.rampline.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.resources.QueuePlan;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** Tests interrupted redrive runs and the runs after them. */
class InterruptedRedriveTest {
  private static final int ALL = Integer.MAX_VALUE;

  private final RecoveryStores fixture = new RecoveryStores();

  @Test
  void failedSend_deletesNoUnsentMessage_andTheNextRunSendsTheRest() {
    addRetryMessages(5);

    RecoverySummary broken =
        redrive(DeadLetterQueue.RETRY, QueueCallFaults.from(3, SendMessageRequest.class)).run(ALL);

    assertThat(broken.sent()).isEqualTo(2);
    assertThat(broken.stopReason()).contains("injected failure");
    assertThat(fixture.visible(QueuePlan.RETRY)).isEqualTo(2);
    assertThat(fixture.visible(QueuePlan.RETRY_DEAD)).isEqualTo(3);
    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL).sent()).isEqualTo(3);
    assertThat(fixture.drain(QueuePlan.RETRY)).hasSize(5).doesNotHaveDuplicates();
    assertThat(fixture.visible(QueuePlan.RETRY_DEAD)).isZero();
  }

  @Test
  void failedDelete_sendsTheMessageAgain_withTheSameId() {
    String message = "a message with an id of its own";
    fixture.sendDeadEvent("order/twice", message);

    RecoverySummary broken =
        redrive(DeadLetterQueue.EVENTS, QueueCallFaults.from(1, DeleteMessageRequest.class))
            .run(ALL);

    assertThat(broken.stopReason()).contains("injected failure");
    assertThat(redrive(DeadLetterQueue.EVENTS, QueueCallFaults.none()).run(ALL).isComplete())
        .isTrue();
    assertThat(fixture.drain(QueuePlan.EVENTS)).containsExactly(message, message);
    assertThat(fixture.visible(QueuePlan.EVENTS_DEAD)).isZero();
  }

  @Test
  void messagesBeyondTheLimit_stayInTheQueue() {
    addRetryMessages(2);

    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(1).sent()).isEqualTo(1);

    assertThat(fixture.drain(QueuePlan.RETRY)).hasSize(1);
    assertThat(fixture.drain(QueuePlan.RETRY_DEAD)).hasSize(1);
  }

  @Test
  void secondRun_findsNothing() {
    addRetryMessages(2);

    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL).sent()).isEqualTo(2);
    RecoverySummary second = redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL);

    assertThat(second.sent()).isZero();
    assertThat(second.isComplete()).isTrue();
    assertThat(fixture.drain(QueuePlan.RETRY)).hasSize(2);
  }

  @Test
  void messagesInFlightElsewhere_areReported() {
    addRetryMessages(2);
    fixture.hold(QueuePlan.RETRY_DEAD);

    RecoverySummary summary = redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL);

    assertThat(summary.sent()).isZero();
    assertThat(summary.notSent()).singleElement().asString().startsWith("2 in flight elsewhere");
  }

  @Test
  void messagesArrivingDuringTheRun_areLeftForTheNext() {
    addRetryMessages(1);

    RecoverySummary summary =
        redrive(
                DeadLetterQueue.RETRY,
                QueueCallFaults.beforeEach(SendMessageRequest.class, () -> addRetryMessages(1)))
            .run(ALL);

    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.notSent())
        .singleElement()
        .asString()
        .startsWith("1 arrived during this run");
    assertThat(fixture.visible(QueuePlan.RETRY_DEAD)).isEqualTo(1);
  }

  @Test
  void stoppedRun_returnsItsMessages() {
    addRetryMessages(4);

    RecoverySummary ended =
        new Redrive(
                DeadLetterQueue.RETRY,
                fixture.clients(QueueCallFaults.none()),
                StopAfter.stopWhen(summary -> summary.sent() == 1))
            .run(ALL);

    assertThat(ended.sent()).isEqualTo(1);
    assertThat(ended.isComplete()).isFalse();
    assertThat(fixture.visible(QueuePlan.RETRY_DEAD)).isEqualTo(3);
  }

  @Test
  void rejectedMessage_stopsNoOther_andDoesNotCountForTheLimit() {
    fixture.send(QueuePlan.RETRY_DEAD, QueueCallFaults.POISON);
    addRetryMessages(2);

    RecoverySummary summary =
        redrive(DeadLetterQueue.RETRY, QueueCallFaults::rejectingPoison).run(2);

    assertThat(summary.sent()).isEqualTo(2);
    assertThat(summary.stopReason()).isNull();
    assertThat(fixture.drain(QueuePlan.RETRY_DEAD)).containsExactly(QueueCallFaults.POISON);
  }

  @Test
  void rejectedMessage_isReportedOnce() {
    fixture.send(QueuePlan.RETRY_DEAD, QueueCallFaults.POISON);

    RecoverySummary summary =
        redrive(DeadLetterQueue.RETRY, QueueCallFaults::rejectingPoisonWithoutTimeout).run(ALL);

    assertThat(summary.notSent())
        .hasSize(1)
        .allMatch(left -> left.contains("InvalidMessageContents"));
    assertThat(
            redrive(DeadLetterQueue.RETRY, QueueCallFaults::rejectingPoisonWithoutTimeout)
                .list(ALL))
        .hasSize(1);
  }

  private void addRetryMessages(int count) {
    IntStream.range(0, count)
        .forEach(number -> fixture.send(QueuePlan.RETRY_DEAD, "event " + number));
  }

  private Redrive redrive(DeadLetterQueue from, UnaryOperator<SqsRequest> fault) {
    return new Redrive(from, fixture.clients(fault), StopAfter.neverStop());
  }
}
