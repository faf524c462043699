package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PerSecondCountsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final PerSecondCounts rate = new PerSecondCounts();

  @Test
  void rate_ofTheLastMinute_isToldBySeconds_theNewestLast() {
    rate.count(NOON);
    rate.count(NOON);
    rate.count(NOON.plusSeconds(2));

    assertThat(told(NOON.plusSeconds(2))).hasSize(60).endsWith(2, 0, 1).startsWith(0);
  }

  @Test
  void rate_ofLongAgo_isForgotten() {
    rate.count(NOON);

    assertThat(told(NOON.plusSeconds(59))).startsWith(1);
    assertThat(told(NOON.plusSeconds(60))).containsOnly(0);
    assertThat(told(NOON.plusSeconds(100_000))).containsOnly(0);
  }

  @Test
  void clock_thatIsSetBack_breaksNothing() {
    rate.count(NOON);
    rate.count(NOON.minusSeconds(10));

    assertThat(told(NOON)).endsWith(2);
  }

  private List<Integer> told(Instant now) {
    return StreamSupport.stream(rate.toJson(now).spliterator(), false)
        .map(each -> each.asInt())
        .toList();
  }
}
