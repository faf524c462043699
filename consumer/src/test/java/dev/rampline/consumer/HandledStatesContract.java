package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every memory keeps to; its tests begin with an empty one. */
abstract class HandledStatesContract {
  private static final HandledState FIRST = new HandledState(1, "processing", null);

  /** The memory under test. */
  abstract HandledStates states();

  static List<HandledState> everyShape() {
    return List.of(
        FIRST,
        new HandledState(Long.MAX_VALUE, "completed", MessageBodies.open("completed", "failed")),
        new HandledState(
            2, "failed", MessageBodies.resolved("failed", "completed", "failed", "expired")));
  }

  @Test
  void subject_thatWasNeverSeen_isNotFound() {
    assertThat(states().find(MessageBodies.ORDER)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void whatIsRemembered_isFoundAsItWas(HandledState handled) {
    assertThat(states().replace(MessageBodies.ORDER, null, handled)).isTrue();

    assertThat(states().find(MessageBodies.ORDER)).contains(handled);
    assertThat(states().find("order/10")).isEmpty();
  }

  @Test
  void next_takesThePlaceOfWhatWasFound() {
    HandledState second =
        new HandledState(4, "completed", MessageBodies.open("completed", "failed"));
    HandledState third = new HandledState(5, "completed", null);
    states().replace(MessageBodies.ORDER, null, FIRST);

    assertThat(states().replace(MessageBodies.ORDER, FIRST, second)).isTrue();
    assertThat(states().replace(MessageBodies.ORDER, second, third)).isTrue();
    assertThat(states().find(MessageBodies.ORDER)).contains(third);
  }

  @Test
  void next_isRefusedWhereAnotherCameFirst() {
    HandledState others = new HandledState(2, "delivering", null);
    states().replace(MessageBodies.ORDER, null, FIRST);
    states().replace(MessageBodies.ORDER, FIRST, others);

    assertThat(states().replace(MessageBodies.ORDER, FIRST, new HandledState(3, "completed", null)))
        .isFalse();
    assertThat(states().replace(MessageBodies.ORDER, null, new HandledState(3, "completed", null)))
        .isFalse();
    assertThat(states().find(MessageBodies.ORDER)).contains(others);
  }

  @Test
  void next_isRefusedWhereWhatWasFoundIsGone() {
    assertThat(states().replace(MessageBodies.ORDER, FIRST, new HandledState(2, "completed", null)))
        .isFalse();
    assertThat(states().find(MessageBodies.ORDER)).isEmpty();
  }
}
