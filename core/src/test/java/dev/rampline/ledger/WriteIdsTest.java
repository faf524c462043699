package dev.rampline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record keeps the ids of its last twenty writes. */
class WriteIdsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void record_keepsTheLastTwentyWriteIds() {
    UUID own = UUID.randomUUID();
    LedgerRecord mine = SampleRecords.first(SampleRecords.freshOrder()).withWrite(own, NOW);

    assertThat(others(mine, 19).hasWriteId(own)).isTrue();
    assertThat(others(mine, 20).hasWriteId(own)).isFalse();
  }

  @Test
  void timeOfTheLastWrite_neverGoesBack() {
    LedgerRecord written =
        SampleRecords.first(SampleRecords.freshOrder()).withWrite(UUID.randomUUID(), LATER);

    assertThat(written.withWrite(UUID.randomUUID(), NOW).revision().updatedAt()).isEqualTo(LATER);
    assertThat(written.withNextCheckAt(NOW, null).revision().updatedAt()).isEqualTo(LATER);
    assertThat(written.toTombstone(NOW).revision().updatedAt()).isEqualTo(LATER);
  }

  private static LedgerRecord others(LedgerRecord record, int count) {
    return Stream.iterate(record, one -> one.withWrite(UUID.randomUUID(), NOW))
        .skip(count)
        .findFirst()
        .orElseThrow();
  }
}
