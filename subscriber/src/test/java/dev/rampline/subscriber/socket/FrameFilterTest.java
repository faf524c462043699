package dev.rampline.subscriber.socket;

import static dev.rampline.subscriber.socket.FrameFilter.Action.DROP;
import static dev.rampline.subscriber.socket.FrameFilter.Action.END;
import static dev.rampline.subscriber.socket.FrameFilter.Action.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFilterTest {
  private final AtomicInteger discarded = new AtomicInteger();
  private final FrameFilter filter = new FrameFilter(discarded::incrementAndGet);

  @ParameterizedTest
  @CsvSource({
    "2, PASS, 0",
    "2probe, PASS, 0",
    "42, PASS, 0",
    "1, END, 0",
    "6, DROP, 0",
    "'', DROP, 1",
    "0, DROP, 1",
    "3, DROP, 1",
    "5, DROP, 1",
    "b4, DROP, 1",
    "٤2, DROP, 1",
  })
  void action_dependsOnTheTypeOfTheFrame(String frame, FrameFilter.Action action, int discards) {
    assertThat(filter.filter(frame)).isEqualTo(action);
    assertThat(discarded).hasValue(discards);
    assertThat(filter.frames()).isEqualTo(1);
  }

  @Test
  void secondHandshake_isDropped() {
    assertThat(filter.filter("0{}")).isEqualTo(PASS);
    assertThat(filter.filter("0{}")).isEqualTo(DROP);
    assertThat(filter.filter("1")).isEqualTo(END);
  }
}
