package dev.rampline.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitteredBackoffTest {
  private static final Duration BASE = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofSeconds(30);

  @Test
  void longest_delays_double_up_to_the_limit() {
    assertThat(delays(JitteredBackoff.half(BASE, MAX, drawing(1))))
        .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
    assertThat(JitteredBackoff.half(BASE, MAX, drawing(1)).after(Integer.MAX_VALUE))
        .hasMillis(30_000);
  }

  @Test
  void half_jitter_subtracts_half_at_most() {
    assertThat(delays(JitteredBackoff.half(BASE, MAX, drawing(0))))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L);
  }

  @Test
  void full_jitter_reaches_from_nothing_to_the_longest_delay() {
    assertThat(delays(JitteredBackoff.full(BASE, MAX, drawing(0)))).containsOnly(0L);
    assertThat(JitteredBackoff.full(BASE, MAX, drawing(1)).after(3)).hasMillis(4000);
  }

  @Test
  void delays_differ_between_generators() {
    assertThat(delays(JitteredBackoff.half(BASE, MAX, new Random(1))))
        .isNotEqualTo(delays(JitteredBackoff.half(BASE, MAX, new Random(2))));
  }

  @Test
  void base_above_the_limit_is_limited() {
    assertThat(JitteredBackoff.doubled(Duration.ofSeconds(5), BASE, 1)).isEqualTo(BASE);
  }

  private static List<Long> delays(JitteredBackoff backoff) {
    return IntStream.rangeClosed(1, 7).mapToObj(n -> backoff.after(n).toMillis()).toList();
  }

  /** Draws the least (0) or the greatest (1) number below the bound. */
  private static RandomGenerator drawing(int share) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public long nextLong(long bound) {
        return share * (bound - 1);
      }
    };
  }
}
