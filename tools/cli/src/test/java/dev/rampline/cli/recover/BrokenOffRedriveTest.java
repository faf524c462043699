package dev.rampline.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.recovery.DeadLetterQueue;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Redrive;
import dev.rampline.resources.QueuePlan;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** What becomes of letters when something breaks a run off, and what the next run makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenOffRedriveTest {
  private static final int ALL = Integer.MAX_VALUE;

  private final StoresFixture stage = new StoresFixture();

  @AfterEach
  void empty() {
    stage.empty();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void failedSend_deletesNothingOfIt_andTheNextRunSendsTheRest() {
    retryLetters(5);

    RecoverySummary broken =
        redrive(DeadLetterQueue.RETRY, QueueCallFaults.from(3, SendMessageRequest.class)).run(ALL);

    assertThat(broken.sent()).isEqualTo(2);
    assertThat(broken.stopReason()).contains("the line is dead");
    assertThat(stage.visible(QueuePlan.RETRY)).isEqualTo(2);
    assertThat(stage.visible(QueuePlan.RETRY_DEAD)).isEqualTo(3);
    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL).sent()).isEqualTo(3);
    assertThat(stage.drain(QueuePlan.RETRY)).hasSize(5).doesNotHaveDuplicates();
    assertThat(stage.visible(QueuePlan.RETRY_DEAD)).isZero();
  }

  @Test
  void failedDelete_letsTheLetterComeAgain_withTheIdThatConsumersKnow() {
    String message = "a message with an id of its own";
    stage.sendDeadEvent("order/twice", message);

    RecoverySummary broken =
        redrive(DeadLetterQueue.EVENTS, QueueCallFaults.from(1, DeleteMessageRequest.class))
            .run(ALL);

    assertThat(broken.stopReason()).contains("the line is dead");
    assertThat(redrive(DeadLetterQueue.EVENTS, QueueCallFaults.none()).run(ALL).isComplete())
        .isTrue();
    assertThat(stage.drain(QueuePlan.EVENTS)).containsExactly(message, message);
    assertThat(stage.visible(QueuePlan.EVENTS_DEAD)).isZero();
  }

  @Test
  void lettersBeyondTheLimit_stayWhereTheyAre() {
    retryLetters(2);

    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(1).sent()).isEqualTo(1);

    assertThat(stage.drain(QueuePlan.RETRY)).hasSize(1);
    assertThat(stage.drain(QueuePlan.RETRY_DEAD)).hasSize(1);
  }

  @Test
  void secondRun_findsNothing() {
    retryLetters(2);

    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL).sent()).isEqualTo(2);
    RecoverySummary second = redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL);

    assertThat(second.sent()).isZero();
    assertThat(second.isComplete()).isTrue();
    assertThat(stage.drain(QueuePlan.RETRY)).hasSize(2);
  }

  @Test
  void lettersThatSomebodyHolds_areTold() {
    retryLetters(2);
    stage.hold(QueuePlan.RETRY_DEAD);

    RecoverySummary tally = redrive(DeadLetterQueue.RETRY, QueueCallFaults.none()).run(ALL);

    assertThat(tally.sent()).isZero();
    assertThat(tally.notSent()).singleElement().asString().startsWith("2 in flight elsewhere");
  }

  @Test
  void lettersThatCameBackWhileItRan_areLeftForTheNextRun() {
    retryLetters(1);

    RecoverySummary tally =
        redrive(
                DeadLetterQueue.RETRY,
                QueueCallFaults.beforeEach(SendMessageRequest.class, () -> retryLetters(1)))
            .run(ALL);

    assertThat(tally.sent()).isEqualTo(1);
    assertThat(tally.notSent()).singleElement().asString().startsWith("1 arrived during this run");
    assertThat(stage.visible(QueuePlan.RETRY_DEAD)).isEqualTo(1);
  }

  @Test
  void endedRun_givesBackWhatItHolds() {
    retryLetters(4);

    RecoverySummary ended =
        new Redrive(
                DeadLetterQueue.RETRY,
                stage.storeClients(QueueCallFaults.none()),
                StopAfter.stopWhen(tally -> tally.sent() == 1))
            .run(ALL);

    assertThat(ended.sent()).isEqualTo(1);
    assertThat(ended.isComplete()).isFalse();
    assertThat(stage.visible(QueuePlan.RETRY_DEAD)).isEqualTo(3);
  }

  @Test
  void refusedLetter_stopsNoOther_andUsesUpNoLimit() {
    stage.send(QueuePlan.RETRY_DEAD, QueueCallFaults.POISON);
    retryLetters(2);

    RecoverySummary tally = redrive(DeadLetterQueue.RETRY, QueueCallFaults::refusingPoison).run(2);

    assertThat(tally.sent()).isEqualTo(2);
    assertThat(tally.stopReason()).isNull();
    assertThat(stage.drain(QueuePlan.RETRY_DEAD)).containsExactly(QueueCallFaults.POISON);
  }

  @Test
  void refusedLetter_thatIsThereAgain_isToldOnce() {
    stage.send(QueuePlan.RETRY_DEAD, QueueCallFaults.POISON);

    RecoverySummary tally =
        redrive(DeadLetterQueue.RETRY, QueueCallFaults::refusingPoisonForLong).run(ALL);

    assertThat(tally.notSent())
        .hasSize(1)
        .allMatch(left -> left.contains("InvalidMessageContents"));
    assertThat(redrive(DeadLetterQueue.RETRY, QueueCallFaults::refusingPoisonForLong).list(ALL))
        .hasSize(1);
  }

  private void retryLetters(int count) {
    IntStream.range(0, count)
        .forEach(number -> stage.send(QueuePlan.RETRY_DEAD, "observation " + number));
  }

  private Redrive redrive(DeadLetterQueue from, UnaryOperator<SqsRequest> fault) {
    return new Redrive(from, stage.storeClients(fault), StopAfter.neverStop());
  }
}
