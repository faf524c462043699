package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of all stores of handled states. Its tests start with an empty store. */
abstract class HandledStatesContract {
  private static final HandledState FIRST = new HandledState(1, "processing", null, false);

  /** Returns the store under test. */
  abstract HandledStates states();

  static List<HandledState> everyShape() {
    return List.of(
        FIRST,
        new HandledState(
            (1L << 53) - 1, "completed", MessageBodies.open("completed", "failed"), true),
        new HandledState(
            2, "failed", MessageBodies.resolved("failed", "completed", "failed", "expired"), true));
  }

  @Test
  void unknownSubject_isNotFound() throws Exception {
    assertThat(states().find(MessageBodies.ORDER)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void storedState_isFoundUnchanged(HandledState handled) throws Exception {
    assertThat(states().replace(MessageBodies.ORDER, null, handled)).isTrue();

    assertThat(states().find(MessageBodies.ORDER)).contains(handled);
    assertThat(states().find("order/10")).isEmpty();
  }

  @Test
  void state_replacesTheOneFound() throws Exception {
    HandledState second =
        new HandledState(4, "completed", MessageBodies.open("completed", "failed"), true);
    HandledState third = new HandledState(5, "completed", null, false);
    states().replace(MessageBodies.ORDER, null, FIRST);

    assertThat(states().replace(MessageBodies.ORDER, FIRST, second)).isTrue();
    assertThat(states().replace(MessageBodies.ORDER, second, third)).isTrue();
    assertThat(states().find(MessageBodies.ORDER)).contains(third);
  }

  @Test
  void state_isRejectedAfterAConcurrentUpdate() throws Exception {
    HandledState concurrent = new HandledState(2, "delivering", null, false);
    states().replace(MessageBodies.ORDER, null, FIRST);
    states().replace(MessageBodies.ORDER, FIRST, concurrent);

    assertThat(
            states()
                .replace(MessageBodies.ORDER, FIRST, new HandledState(3, "completed", null, false)))
        .isFalse();
    assertThat(
            states()
                .replace(MessageBodies.ORDER, null, new HandledState(3, "completed", null, false)))
        .isFalse();
    assertThat(states().find(MessageBodies.ORDER)).contains(concurrent);
  }

  @Test
  void state_isRejectedIfTheOneFoundIsGone() throws Exception {
    assertThat(
            states()
                .replace(MessageBodies.ORDER, FIRST, new HandledState(2, "completed", null, false)))
        .isFalse();
    assertThat(states().find(MessageBodies.ORDER)).isEmpty();
  }
}
