package dev.rampline.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.recovery.DeadQueue;
import dev.rampline.devkit.recovery.Redrive;
import dev.rampline.devkit.recovery.Tally;
import dev.rampline.embedded.QueuePlan;
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

  private final QuietStage stage = new QuietStage();

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

    Tally broken = redrive(DeadQueue.SPILL, Faults.from(3, SendMessageRequest.class)).run(ALL);

    assertThat(broken.sent()).isEqualTo(2);
    assertThat(broken.stoppedBy()).contains("the line is dead");
    assertThat(stage.visible(QueuePlan.SPILL)).isEqualTo(2);
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isEqualTo(3);
    assertThat(redrive(DeadQueue.SPILL, Faults.none()).run(ALL).sent()).isEqualTo(3);
    assertThat(stage.drained(QueuePlan.SPILL)).hasSize(5).doesNotHaveDuplicates();
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isZero();
  }

  @Test
  void failedDelete_letsTheLetterComeAgain_withTheIdThatConsumersKnow() {
    String message = "a message with an id of its own";
    stage.deadEvent("order/twice", message);

    Tally broken = redrive(DeadQueue.EVENTS, Faults.from(1, DeleteMessageRequest.class)).run(ALL);

    assertThat(broken.stoppedBy()).contains("the line is dead");
    assertThat(redrive(DeadQueue.EVENTS, Faults.none()).run(ALL).isWhole()).isTrue();
    assertThat(stage.drained(QueuePlan.EVENTS)).containsExactly(message, message);
    assertThat(stage.visible(QueuePlan.EVENTS_DEAD)).isZero();
  }

  @Test
  void lettersBeyondTheLimit_stayWhereTheyAre() {
    spillLetters(2);

    assertThat(redrive(DeadQueue.SPILL, Faults.none()).run(1).sent()).isEqualTo(1);

    assertThat(stage.drained(QueuePlan.SPILL)).hasSize(1);
    assertThat(stage.drained(QueuePlan.SPILL_DEAD)).hasSize(1);
  }

  @Test
  void secondRun_findsNothing() {
    spillLetters(2);

    assertThat(redrive(DeadQueue.SPILL, Faults.none()).run(ALL).sent()).isEqualTo(2);
    Tally second = redrive(DeadQueue.SPILL, Faults.none()).run(ALL);

    assertThat(second.sent()).isZero();
    assertThat(second.isWhole()).isTrue();
    assertThat(stage.drained(QueuePlan.SPILL)).hasSize(2);
  }

  @Test
  void lettersThatSomebodyHolds_areTold() {
    spillLetters(2);
    stage.hold(QueuePlan.SPILL_DEAD);

    Tally tally = redrive(DeadQueue.SPILL, Faults.none()).run(ALL);

    assertThat(tally.sent()).isZero();
    assertThat(tally.left()).singleElement().asString().startsWith("2 in flight elsewhere");
  }

  @Test
  void lettersThatCameBackWhileItRan_areLeftForTheNextRun() {
    spillLetters(1);

    Tally tally =
        redrive(DeadQueue.SPILL, Faults.besideEach(SendMessageRequest.class, () -> spillLetters(1)))
            .run(ALL);

    assertThat(tally.sent()).isEqualTo(1);
    assertThat(tally.left()).singleElement().asString().startsWith("1 came while this ran");
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isEqualTo(1);
  }

  @Test
  void endedRun_givesBackWhatItHolds() {
    spillLetters(4);

    Tally ended =
        new Redrive(
                DeadQueue.SPILL,
                stage.site(Faults.none()),
                Pressed.terms(tally -> tally.sent() == 1))
            .run(ALL);

    assertThat(ended.sent()).isEqualTo(1);
    assertThat(ended.isWhole()).isFalse();
    assertThat(stage.visible(QueuePlan.SPILL_DEAD)).isEqualTo(3);
  }

  @Test
  void refusedLetter_stopsNoOther_andUsesUpNoLimit() {
    stage.letter(QueuePlan.SPILL_DEAD, Faults.POISON);
    spillLetters(2);

    Tally tally = redrive(DeadQueue.SPILL, Faults::refusingPoison).run(2);

    assertThat(tally.sent()).isEqualTo(2);
    assertThat(tally.stoppedBy()).isNull();
    assertThat(stage.drained(QueuePlan.SPILL_DEAD)).containsExactly(Faults.POISON);
  }

  @Test
  void refusedLetter_thatIsThereAgain_isToldOnce() {
    stage.letter(QueuePlan.SPILL_DEAD, Faults.POISON);

    Tally tally = redrive(DeadQueue.SPILL, Faults::refusingPoisonForLong).run(ALL);

    assertThat(tally.left()).hasSize(1).allMatch(left -> left.contains("InvalidMessageContents"));
    assertThat(redrive(DeadQueue.SPILL, Faults::refusingPoisonForLong).look(ALL)).hasSize(1);
  }

  private void spillLetters(int count) {
    IntStream.range(0, count)
        .forEach(number -> stage.letter(QueuePlan.SPILL_DEAD, "observation " + number));
  }

  private Redrive redrive(DeadQueue from, UnaryOperator<SqsRequest> fault) {
    return new Redrive(from, stage.site(fault), Pressed.never());
  }
}
