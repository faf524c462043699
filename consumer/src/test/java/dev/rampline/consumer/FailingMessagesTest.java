package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fails comes again, and takes what follows in its group with it, and nothing else. */
class FailingMessagesTest {
  private static final QueueMessage POISON =
      new QueueMessage("poison", MessageBodies.ORDER, "{\"not\": \"ours\"}");

  private final ConsumerFixture stage = new ConsumerFixture();

  @Test
  void refusedChange_stopsItsGroupAndNoOther() {
    stage.refuseOnce(2);

    List<String> failed =
        stage.follow(
            MessageBodies.of(1, "processing"),
            MessageBodies.of(2, "delivering"),
            MessageBodies.of("order/2", 1, "processing", null),
            MessageBodies.of(3, "completed"),
            MessageBodies.of("order/2", 3, "completed", null));

    assertThat(failed).containsExactly("order/1/2", "order/1/3");
    assertThat(stage.reported).containsExactly("order/1/2 RefusedException");
    assertThat(stage.called)
        .containsExactly(
            "order/1 1 null -> processing",
            "order/1 2 processing -> delivering",
            "order/2 1 null -> processing",
            "order/2 3 processing -> completed");
  }

  @Test
  void refusedChange_comesAgainAsItWas() {
    stage.refuseOnce(2);
    stage.follow(MessageBodies.of(1, "processing"), MessageBodies.of(2, "delivering"));

    assertThat(stage.follow(MessageBodies.of(2, "delivering"), MessageBodies.of(3, "completed")))
        .isEmpty();

    assertThat(stage.called)
        .containsExactly(
            "order/1 1 null -> processing",
            "order/1 2 processing -> delivering",
            "order/1 2 processing -> delivering",
            "order/1 3 delivering -> completed");
  }

  @Test
  void refusedChange_thatAnotherHasOvertaken_isPassedOver() {
    stage.refuseOnce(2);
    stage.follow(MessageBodies.of(2, "delivering"));
    stage.follow(MessageBodies.of(3, "completed"));

    assertThat(stage.follow(MessageBodies.of(2, "delivering"))).isEmpty();
    assertThat(stage.called).last().isEqualTo("order/1 3 null -> completed");
  }

  @Test
  void unreadableMessage_stopsItsGroupUntilTheQueuePutsItAside() {
    QueueMessage first = MessageBodies.of(1, "processing");
    QueueMessage last = MessageBodies.of(2, "completed");
    QueueMessage other = MessageBodies.of("order/2", 1, "processing", null);

    assertThat(stage.follow(first, POISON, last, other)).containsExactly("poison", "order/1/2");
    assertThat(stage.follow(POISON, last)).containsExactly("poison", "order/1/2");
    assertThat(stage.follow(last)).isEmpty();
    assertThat(stage.reported)
        .containsExactly("poison UnreadableMessageException", "poison UnreadableMessageException");
    assertThat(stage.called).hasSize(3).last().isEqualTo("order/1 2 processing -> completed");
  }

  @Test
  void changeThatWasHandledAndNotRemembered_isHandledAgain() {
    List<String> called = new ArrayList<>();
    HandledStates forgetful = new FailOnceHandledStates(new InMemoryHandledStates());
    StateFollower follower =
        new StateFollower(forgetful, change -> called.add(change.state()), (delivery, fault) -> {});
    List<QueueMessage> deliveries =
        List.of(MessageBodies.of(1, "processing"), MessageBodies.of(2, "completed"));

    assertThat(follower.follow(deliveries)).containsExactly("order/1/1", "order/1/2");
    assertThat(follower.follow(deliveries)).isEmpty();
    assertThat(called).containsExactly("processing", "processing", "completed");
  }

  @Test
  void errorAndReportThatThrow_failOneGroupAlone() {
    List<String> called = new ArrayList<>();
    StateFollower follower =
        new StateFollower(
            new InMemoryHandledStates(),
            change -> {
              called.add(change.subject());
              if (change.subject().equals("order/1")) {
                throw new StackOverflowError();
              }
            },
            (delivery, fault) -> {
              throw new IllegalStateException("no line can be written");
            });

    assertThat(
            follower.follow(
                List.of(
                    MessageBodies.of(1, "processing"),
                    MessageBodies.of("order/2", 1, "processing", null))))
        .containsExactly("order/1/1");
    assertThat(called).containsExactly("order/1", "order/2");
  }

  @Test
  void interruption_isKept() {
    StateFollower follower =
        new StateFollower(
            new InMemoryHandledStates(),
            change -> {
              throw new InterruptedException();
            },
            (delivery, fault) -> {});

    assertThat(follower.follow(List.of(MessageBodies.of(1, "processing")))).hasSize(1);
    assertThat(Thread.interrupted()).isTrue();
  }
}
