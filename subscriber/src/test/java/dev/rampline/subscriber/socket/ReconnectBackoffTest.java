package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconnectBackoffTest {
  private final ReconnectBackoff backoff =
      new ReconnectBackoff(ConnectionTimeouts.standard(), unjittered());

  @Test
  void delays_doubleUpToTheLimit() {
    assertThat(delays(backoff, 8))
        .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
  }

  @Test
  void delays_differBetweenClients() {
    ReconnectBackoff one = new ReconnectBackoff(ConnectionTimeouts.standard(), new Random(1));
    ReconnectBackoff other = new ReconnectBackoff(ConnectionTimeouts.standard(), new Random(2));
    assertThat(delays(one, 4)).isNotEqualTo(delays(other, 4));
  }

  @Test
  void stableConnection_resetsTheBackoff() {
    delays(backoff, 3);
    assertThat(backoff.after(Duration.ofSeconds(5))).hasMillis(1000);
    assertThat(backoff.after(Duration.ZERO)).hasMillis(2000);
  }

  @Test
  void shortConnection_increasesTheDelay() {
    delays(backoff, 3);
    assertThat(backoff.after(Duration.ofMillis(4999))).hasMillis(8000);
  }

  private static List<Long> delays(ReconnectBackoff backoff, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> backoff.after(Duration.ZERO).toMillis())
        .toList();
  }

  private static RandomGenerator unjittered() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }
}
