package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every memory keeps to; its tests begin with an empty one. */
abstract class HandledStatesContract {
  private static final Handled FIRST = new Handled(1, "processing", null);

  /** The memory under test. */
  abstract HandledStates states();

  static List<Handled> everyShape() {
    return List.of(
        FIRST,
        new Handled(Long.MAX_VALUE, "completed", Bodies.open("completed", "failed")),
        new Handled(2, "failed", Bodies.settled("failed", "completed", "failed", "expired")));
  }

  @Test
  void subject_thatWasNeverSeen_isNotFound() {
    assertThat(states().find(Bodies.ORDER)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void whatIsRemembered_isFoundAsItWas(Handled handled) {
    assertThat(states().replace(Bodies.ORDER, null, handled)).isTrue();

    assertThat(states().find(Bodies.ORDER)).contains(handled);
    assertThat(states().find("order/10")).isEmpty();
  }

  @Test
  void next_takesThePlaceOfWhatWasFound() {
    Handled second = new Handled(4, "completed", Bodies.open("completed", "failed"));
    Handled third = new Handled(5, "completed", null);
    states().replace(Bodies.ORDER, null, FIRST);

    assertThat(states().replace(Bodies.ORDER, FIRST, second)).isTrue();
    assertThat(states().replace(Bodies.ORDER, second, third)).isTrue();
    assertThat(states().find(Bodies.ORDER)).contains(third);
  }

  @Test
  void next_isRefusedWhereAnotherCameFirst() {
    Handled others = new Handled(2, "delivering", null);
    states().replace(Bodies.ORDER, null, FIRST);
    states().replace(Bodies.ORDER, FIRST, others);

    assertThat(states().replace(Bodies.ORDER, FIRST, new Handled(3, "completed", null))).isFalse();
    assertThat(states().replace(Bodies.ORDER, null, new Handled(3, "completed", null))).isFalse();
    assertThat(states().find(Bodies.ORDER)).contains(others);
  }

  @Test
  void next_isRefusedWhereWhatWasFoundIsGone() {
    assertThat(states().replace(Bodies.ORDER, FIRST, new Handled(2, "completed", null))).isFalse();
    assertThat(states().find(Bodies.ORDER)).isEmpty();
  }
}
