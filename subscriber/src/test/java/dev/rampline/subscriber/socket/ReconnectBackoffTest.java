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
  private static final Duration NO_UPTIME = Duration.ZERO;

  @Test
  void delays_doubleUpToTheLimit() {
    assertThat(delays(unjittered(), 8))
        .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
  }

  @Test
  void jitter_subtractsHalfAtMost() {
    assertThat(delays(backoff(bound -> 0), 4)).containsExactly(500L, 1000L, 2000L, 4000L);
  }

  @Test
  void jitter_differsBetweenClients() {
    ReconnectBackoff one = new ReconnectBackoff(ConnectionTimeouts.standard(), new Random(1));
    ReconnectBackoff other = new ReconnectBackoff(ConnectionTimeouts.standard(), new Random(2));

    assertThat(delays(one, 4)).isNotEqualTo(delays(other, 4));
  }

  @Test
  void stableConnection_resetsTheBackoff() {
    ReconnectBackoff backoff = unjittered();
    delays(backoff, 3);

    assertThat(backoff.after(Duration.ofSeconds(5))).hasMillis(1000);
    assertThat(backoff.after(NO_UPTIME)).hasMillis(2000);
  }

  @Test
  void shortConnection_increasesTheDelay() {
    ReconnectBackoff backoff = unjittered();
    delays(backoff, 3);

    assertThat(backoff.after(Duration.ofMillis(4999))).hasMillis(8000);
  }

  @Test
  void initialDelayAboveTheLimit_isLimited() {
    ConnectionTimeouts timeouts =
        new ConnectionTimeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO);

    assertThat(delays(new ReconnectBackoff(timeouts, generator(bound -> bound - 1)), 2))
        .containsExactly(2000L, 2000L);
  }

  private static List<Long> delays(ReconnectBackoff backoff, int count) {
    return IntStream.range(0, count).mapToObj(n -> backoff.after(NO_UPTIME).toMillis()).toList();
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
