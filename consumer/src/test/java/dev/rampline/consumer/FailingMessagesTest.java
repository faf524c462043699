package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that only Java has; {@link FollowerVectorsTest} has the others. */
class FailingMessagesTest {

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
