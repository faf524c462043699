package dev.rampline.adapter.ozzobit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedRateThrottleTest {
  private final List<Duration> delays = new ArrayList<>();
  private final FixedRateThrottle throttle = new FixedRateThrottle(4, delays::add);
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void requestsAtOnce_areSpacedEvenly() {
    for (int request = 0; request < 4; request++) {
      assertThat(awaitWithin(Duration.ofMinutes(1))).isTrue();
    }

    assertThat(delays).extracting(Duration::toMillis).containsExactly(250L, 500L, 750L);
  }

  @Test
  void requestAfterAQuietTime_isNotDelayed_andGainsNothing() {
    awaitWithin(Duration.ofMinutes(1));
    now = now.plusSeconds(10);
    awaitWithin(Duration.ofMinutes(1));
    awaitWithin(Duration.ofMinutes(1));

    assertThat(delays).extracting(Duration::toMillis).containsExactly(250L);
  }

  @Test
  void requestBeyondTheDeadline_isRefused_andUsesNoCapacity() {
    awaitWithin(Duration.ofMinutes(1));

    assertThat(awaitWithin(Duration.ofMillis(250))).isFalse();
    assertThat(awaitWithin(Duration.ofMillis(251))).isTrue();

    assertThat(delays).extracting(Duration::toMillis).containsExactly(250L);
  }

  private boolean awaitWithin(Duration time) {
    return throttle.await(Deadline.after(time, () -> now));
  }
}
