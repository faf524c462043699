package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconnectBackoffTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;

  @Test
  void waits_doubleUpToTheLimit() {
    assertThat(waits(unjittered(), 8))
        .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
  }

  @Test
  void jitter_takesAwayHalfAtMost() {
    assertThat(waits(backoff(bound -> 0), 4)).containsExactly(500L, 1000L, 2000L, 4000L);
  }

  @Test
  void jitter_isDifferentForEveryone() {
    ReconnectBackoff one = new ReconnectBackoff(ConnectionTimeouts.standard(), new Random(1));
    ReconnectBackoff other = new ReconnectBackoff(ConnectionTimeouts.standard(), new Random(2));

    assertThat(waits(one, 4)).isNotEqualTo(waits(other, 4));
  }

  @Test
  void connectionThatHeldForAWhile_beginsAnew() {
    ReconnectBackoff backoff = unjittered();
    waits(backoff, 3);

    assertThat(backoff.after(Duration.ofSeconds(5))).hasMillis(1000);
    assertThat(backoff.after(NOT_AT_ALL)).hasMillis(2000);
  }

  @Test
  void connectionThatHardlyHeld_isTriedEvenMoreSeldom() {
    ReconnectBackoff backoff = unjittered();
    waits(backoff, 3);

    assertThat(backoff.after(Duration.ofMillis(4999))).hasMillis(8000);
  }

  @Test
  void firstWaitBeyondTheLimit_isTheLimit() {
    ConnectionTimeouts odd =
        new ConnectionTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO);

    assertThat(waits(new ReconnectBackoff(odd, generator(bound -> bound - 1)), 2))
        .containsExactly(2000L, 2000L);
  }

  private static List<Long> waits(ReconnectBackoff backoff, int count) {
    return IntStream.range(0, count).mapToObj(n -> backoff.after(NOT_AT_ALL).toMillis()).toList();
  }

  private static ReconnectBackoff unjittered() {
    return backoff(bound -> bound - 1);
  }

  private static ReconnectBackoff backoff(LongUnaryOperator choice) {
    return new ReconnectBackoff(ConnectionTimeouts.standard(), generator(choice));
  }

  private static RandomGenerator generator(LongUnaryOperator choice) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public long nextLong(long bound) {
        return choice.applyAsLong(bound);
      }
    };
  }
}
