package dev.rampline.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final RateLimiter limiter =
      new RateLimiter(50, nanos::get, time -> nanos.getAndAdd(time.toNanos()));

  @Test
  void calls_areLimitedToTheRate() {
    assertThat(IntStream.range(0, 200).filter(_ -> passesWithinASecond(1)).count()).isEqualTo(50);
  }

  @Test
  void batch_takesTheTimeOfItsCalls() {
    assertThat(IntStream.range(0, 200).filter(_ -> passesWithinASecond(10)).count()).isEqualTo(5);
  }

  @Test
  void idleTime_isNotAccumulated() {
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    long begin = nanos.get();

    IntStream.range(0, 51).forEach(_ -> limiter.acquire(1));

    assertThat(Duration.ofNanos(nanos.get() - begin)).isEqualTo(Duration.ofSeconds(1));
  }

  private boolean passesWithinASecond(int count) {
    limiter.acquire(count);
    return nanos.get() < -5 + Duration.ofSeconds(1).toNanos();
  }
}
