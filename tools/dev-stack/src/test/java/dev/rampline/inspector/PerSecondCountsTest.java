package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PerSecondCountsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final PerSecondCounts recorder = new PerSecondCounts();

  @Test
  void counts_ofTheLastMinute_areReturnedBySecond_newestLast() {
    recorder.count(NOON);
    recorder.count(NOON);
    recorder.count(NOON.plusSeconds(2));

    assertThat(counts(NOON.plusSeconds(2))).hasSize(60).endsWith(2, 0, 1).startsWith(0);
  }

  @Test
  void oldCounts_areDropped() {
    recorder.count(NOON);

    assertThat(counts(NOON.plusSeconds(59))).startsWith(1);
    assertThat(counts(NOON.plusSeconds(60))).containsOnly(0);
    assertThat(counts(NOON.plusSeconds(100_000))).containsOnly(0);
  }

  @Test
  void lateCount_isAddedToItsSecond_andOneOfBeforeIsDropped() {
    recorder.count(NOON);
    recorder.count(NOON.minusSeconds(2));
    recorder.count(NOON.minusSeconds(60));

    assertThat(counts(NOON)).endsWith(1, 0, 1).startsWith(0);
  }

  private List<Integer> counts(Instant now) {
    return StreamSupport.stream(recorder.toJson(now).spliterator(), false)
        .map(each -> each.asInt())
        .toList();
  }
}
