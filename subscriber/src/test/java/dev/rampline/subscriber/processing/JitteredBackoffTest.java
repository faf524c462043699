package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JitteredBackoffTest {
  private final JitteredBackoff backoff =
      new JitteredBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1));

  @Test
  void delays_doubleUpToALimit_andAreJitteredByHalf() {
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(backoff.after(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    assertThat(backoff.after(7)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(backoff.after(Integer.MAX_VALUE))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
