package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failed message is delivered again with those that follow in its group, and no others. */
class FailingMessagesTest {
  private static final QueueMessage POISON =
      new QueueMessage("poison", MessageBodies.ORDER, "{\"not\": \"ours\"}");

  private final ConsumerFixture fixture = new ConsumerFixture();

  @Test
  void rejectedChange_stopsItsGroupOnly() {
    fixture.rejectOnce(2);

    List<String> failed =
        fixture.follow(
            MessageBodies.of(1, "processing"),
            MessageBodies.of(2, "delivering"),
            MessageBodies.of("order/2", 1, "processing", null),
            MessageBodies.of(3, "completed"),
            MessageBodies.of("order/2", 3, "completed", null));

    assertThat(failed).containsExactly("order/1/2", "order/1/3");
    assertThat(fixture.failures).containsExactly("order/1/2 RejectedException");
    assertThat(fixture.calls)
        .containsExactly(
            "order/1 1 null -> processing",
            "order/1 2 processing -> delivering",
            "order/2 1 null -> processing",
            "order/2 3 processing -> completed");
  }

  @Test
  void rejectedChange_isDeliveredAgainUnchanged() {
    fixture.rejectOnce(2);
    fixture.follow(MessageBodies.of(1, "processing"), MessageBodies.of(2, "delivering"));

    assertThat(fixture.follow(MessageBodies.of(2, "delivering"), MessageBodies.of(3, "completed")))
        .isEmpty();

    assertThat(fixture.calls)
        .containsExactly(
            "order/1 1 null -> processing",
            "order/1 2 processing -> delivering",
            "order/1 2 processing -> delivering",
            "order/1 3 delivering -> completed");
  }

  @Test
  void rejectedChange_olderThanAHandledOne_isSkipped() {
    fixture.rejectOnce(2);
    fixture.follow(MessageBodies.of(2, "delivering"));
    fixture.follow(MessageBodies.of(3, "completed"));

    assertThat(fixture.follow(MessageBodies.of(2, "delivering"))).isEmpty();
    assertThat(fixture.calls).last().isEqualTo("order/1 3 null -> completed");
  }

  @Test
  void unreadableMessage_stopsItsGroupUntilItIsDeadLettered() {
    QueueMessage first = MessageBodies.of(1, "processing");
    QueueMessage last = MessageBodies.of(2, "completed");
    QueueMessage other = MessageBodies.of("order/2", 1, "processing", null);

    assertThat(fixture.follow(first, POISON, last, other)).containsExactly("poison", "order/1/2");
    assertThat(fixture.follow(POISON, last)).containsExactly("poison", "order/1/2");
    assertThat(fixture.follow(last)).isEmpty();
    assertThat(fixture.failures)
        .containsExactly("poison UnreadableMessageException", "poison UnreadableMessageException");
    assertThat(fixture.calls).hasSize(3).last().isEqualTo("order/1 2 processing -> completed");
  }

  @Test
  void handledChangeThatWasNotStored_isHandledAgain() {
    List<String> called = new ArrayList<>();
    HandledStates failingStates = new FailOnceHandledStates(new InMemoryHandledStates());
    StateFollower follower =
        new StateFollower(
            failingStates, change -> called.add(change.state()), (delivery, fault) -> {});
    List<QueueMessage> deliveries =
        List.of(MessageBodies.of(1, "processing"), MessageBodies.of(2, "completed"));

    assertThat(follower.follow(deliveries)).containsExactly("order/1/1", "order/1/2");
    assertThat(follower.follow(deliveries)).isEmpty();
    assertThat(called).containsExactly("processing", "processing", "completed");
  }

  @Test
  void errorAndFailingListener_failOneGroupOnly() {
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
              throw new IllegalStateException("log unavailable");
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
