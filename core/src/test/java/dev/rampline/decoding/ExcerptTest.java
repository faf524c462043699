package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final String PAIR = "\uD83D\uDE00";

  @Test
  void text_isTruncatedAfter1024CodeUnits() {
    assertThat(Excerpt.of("a".repeat(1024))).hasSize(1024);
    assertThat(Excerpt.of("a".repeat(1025))).isEqualTo("a".repeat(1024));
    assertThat(Excerpt.of("é".repeat(60_000))).isEqualTo("é".repeat(1024));
  }

  @Test
  void surrogatePair_isNotSplit() {
    assertThat(Excerpt.of("a".repeat(1022) + PAIR + "b")).isEqualTo("a".repeat(1022) + PAIR);
    assertThat(Excerpt.of("a".repeat(1023) + PAIR)).isEqualTo("a".repeat(1023));
  }

  @Test
  void unpairedSurrogate_isReplaced() {
    assertThat(Excerpt.of("a\uD83Db" + PAIR + "\uDE00")).isEqualTo("a\uFFFDb" + PAIR + "\uFFFD");
    assertThat(Excerpt.of("a".repeat(1023) + "\uD83Db")).isEqualTo("a".repeat(1023) + "\uFFFD");
  }
}
