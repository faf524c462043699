package dev.rampline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSimilarityTest {
  private static final List<String> NAMES =
      List.of(
          "dev",
          "demo",
          "doctor",
          "trigger",
          "listen",
          "redrive",
          "republish",
          "buy-bank-transfer",
          "buy-card",
          "sell-refund",
          "ORDER_COMPLETED",
          "ORDER_CANCELLED");

  @ParameterizedTest
  @CsvSource({
    "demmo, demo",
    "docter, doctor",
    "triger, trigger",
    "lisen, listen",
    "repubish, republish",
    "buy-bnk, buy-bank-transfer",
    "buy-cart, buy-card",
    "refund, sell-refund",
    "order-completd, ORDER_COMPLETED",
    "ORDER_CANCELED, ORDER_CANCELLED"
  })
  void misspelledName_suggestsTheRightOne(String typed, String meant) {
    assertThat(new NameSimilarity(typed).nearest(NAMES)).contains(meant);
  }

  @Test
  void dissimilarName_hasNoSuggestion() {
    assertThat(new NameSimilarity("xyzzy").nearest(NAMES)).isEmpty();
    assertThat(new NameSimilarity("hello").nearest(NAMES)).isEmpty();
    assertThat(new NameSimilarity("").nearest(NAMES)).isEmpty();
  }
}
