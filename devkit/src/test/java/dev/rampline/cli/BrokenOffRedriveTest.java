package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.embedded.QueuePlan;
import dev.rampline.operations.recovery.DeadLetterQueue;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Redrive;
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
    spillLetters(5);

    RecoverySummary broken =
        redrive(DeadLetterQueue.SPILL, QueueCallFaults.from(3, SendMessageRequest.class)).run(ALL);

    assertThat(broken.sent()).isEqualTo(2);
    assertThat(broken.stopReason()).contains("the line is dead");
    assertThat(stage.visible(QueuePlan.SPILL)).isEqualTo(2);
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isEqualTo(3);
    assertThat(redrive(DeadLetterQueue.SPILL, QueueCallFaults.none()).run(ALL).sent()).isEqualTo(3);
    assertThat(stage.drain(QueuePlan.SPILL)).hasSize(5).doesNotHaveDuplicates();
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isZero();
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
    spillLetters(2);

    assertThat(redrive(DeadLetterQueue.SPILL, QueueCallFaults.none()).run(1).sent()).isEqualTo(1);

    assertThat(stage.drain(QueuePlan.SPILL)).hasSize(1);
    assertThat(stage.drain(QueuePlan.SPILL_DEAD)).hasSize(1);
  }

  @Test
  void secondRun_findsNothing() {
    spillLetters(2);

    assertThat(redrive(DeadLetterQueue.SPILL, QueueCallFaults.none()).run(ALL).sent()).isEqualTo(2);
    RecoverySummary second = redrive(DeadLetterQueue.SPILL, QueueCallFaults.none()).run(ALL);

    assertThat(second.sent()).isZero();
    assertThat(second.isComplete()).isTrue();
    assertThat(stage.drain(QueuePlan.SPILL)).hasSize(2);
  }

  @Test
  void lettersThatSomebodyHolds_areTold() {
    spillLetters(2);
    stage.hold(QueuePlan.SPILL_DEAD);

    RecoverySummary tally = redrive(DeadLetterQueue.SPILL, QueueCallFaults.none()).run(ALL);

    assertThat(tally.sent()).isZero();
    assertThat(tally.notSent()).singleElement().asString().startsWith("2 in flight elsewhere");
  }

  @Test
  void lettersThatCameBackWhileItRan_areLeftForTheNextRun() {
    spillLetters(1);

    RecoverySummary tally =
        redrive(
                DeadLetterQueue.SPILL,
                QueueCallFaults.beforeEach(SendMessageRequest.class, () -> spillLetters(1)))
            .run(ALL);

    assertThat(tally.sent()).isEqualTo(1);
    assertThat(tally.notSent()).singleElement().asString().startsWith("1 came while this ran");
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isEqualTo(1);
  }

  @Test
  void endedRun_givesBackWhatItHolds() {
    spillLetters(4);

    RecoverySummary ended =
        new Redrive(
                DeadLetterQueue.SPILL,
                stage.storeClients(QueueCallFaults.none()),
                StopAfter.stopWhen(tally -> tally.sent() == 1))
            .run(ALL);

    assertThat(ended.sent()).isEqualTo(1);
    assertThat(ended.isComplete()).isFalse();
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isEqualTo(3);
  }

  @Test
  void refusedLetter_stopsNoOther_andUsesUpNoLimit() {
    stage.send(QueuePlan.SPILL_DEAD, QueueCallFaults.POISON);
    spillLetters(2);

    RecoverySummary tally = redrive(DeadLetterQueue.SPILL, QueueCallFaults::refusingPoison).run(2);

    assertThat(tally.sent()).isEqualTo(2);
    assertThat(tally.stopReason()).isNull();
    assertThat(stage.drain(QueuePlan.SPILL_DEAD)).containsExactly(QueueCallFaults.POISON);
  }

  @Test
  void refusedLetter_thatIsThereAgain_isToldOnce() {
    stage.send(QueuePlan.SPILL_DEAD, QueueCallFaults.POISON);

    RecoverySummary tally =
        redrive(DeadLetterQueue.SPILL, QueueCallFaults::refusingPoisonForLong).run(ALL);

    assertThat(tally.notSent())
        .hasSize(1)
        .allMatch(left -> left.contains("InvalidMessageContents"));
    assertThat(redrive(DeadLetterQueue.SPILL, QueueCallFaults::refusingPoisonForLong).list(ALL))
        .hasSize(1);
  }

  private void spillLetters(int count) {
    IntStream.range(0, count)
        .forEach(number -> stage.send(QueuePlan.SPILL_DEAD, "observation " + number));
  }

  private Redrive redrive(DeadLetterQueue from, UnaryOperator<SqsRequest> fault) {
    return new Redrive(from, stage.storeClients(fault), StopAfter.neverStop());
  }
}
