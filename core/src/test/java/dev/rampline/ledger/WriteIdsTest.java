package dev.rampline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record keeps the ids of its last twenty writes. */
class WriteIdsTest {
  @Test
  void record_keepsTheLastTwentyWriteIds() {
    UUID own = UUID.randomUUID();
    LedgerRecord mine = SampleRecords.first(SampleRecords.freshOrder()).withWriteId(own);

    assertThat(others(mine, 19).hasWriteId(own)).isTrue();
    assertThat(others(mine, 20).hasWriteId(own)).isFalse();
  }

  private static LedgerRecord others(LedgerRecord record, int count) {
    return Stream.iterate(record, one -> one.withWriteId(UUID.randomUUID()))
        .skip(count)
        .findFirst()
        .orElseThrow();
  }
}
