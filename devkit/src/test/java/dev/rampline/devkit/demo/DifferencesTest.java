package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.emulator.Truth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final Set<String> SIDES = Set.of("completed", "failed");
  private static final Truth PAID_LATE = truth("completed", SIDES);
  private static final Truth EXPIRED = truth("expired", Set.of("expired"));

  @Test
  void between_aConflictThatWasSettled_isNoDifference() {
    assertThat(Differences.between(told(PAID_LATE), row("completed", SIDES, false))).isEmpty();
  }

  @Test
  void between_aConflictThatNobodySettled_isNamed() {
    assertThat(Differences.between(told(PAID_LATE), row("completed", SIDES, true)))
        .containsExactly("a conflict that nobody settled");
  }

  @Test
  void between_aSideOfAConflictWhoseWebhookWasDropped_mayBeMissing() {
    LedgerRow row = row("completed", Set.of("completed"), false);

    assertThat(Differences.between(robbed(PAID_LATE), row)).isEmpty();
    assertThat(Differences.between(told(PAID_LATE), row)).isNotEmpty();
  }

  @Test
  void between_anExpiryThatOnlyTheApiTold_mayBeCalledCancelled() {
    LedgerRow row = row("cancelled", Set.of("cancelled"), false);

    assertThat(Differences.between(robbed(EXPIRED), row)).isEmpty();
    assertThat(Differences.between(told(EXPIRED), row)).isNotEmpty();
  }

  @Test
  void between_aFactWhoseWebhookWasDropped_mayBeMissingButNotOtherwise() {
    Truth truth = new Truth("order/1", "completed", Set.of(), Map.of("fiatAmount", "5"));
    LedgerRow other =
        new LedgerRow(
            "order/1", "completed", 1, Set.of(), false, Set.of(), Map.of("fiatAmount", "6"), "");

    assertThat(Differences.between(robbed(truth), row("completed", Set.of(), false))).isEmpty();
    assertThat(Differences.between(robbed(truth), other)).containsExactly("fiatAmount 6 and not 5");
  }

  @Test
  void between_aClaimThatTheApiWasNeverAskedAbout_isNamed() {
    Truth truth = new Truth("order/1", "completed", Set.of(), Map.of("orderId", "1"));
    LedgerRow row =
        new LedgerRow("order/1", "completed", 1, Set.of(), false, Set.of("failed"), Map.of(), "");

    assertThat(Differences.between(robbed(truth), row))
        .containsExactly("claims that nobody answered: [failed]");
  }

  private static Truth truth(String state, Set<String> finals) {
    return new Truth("order/1", state, finals, Map.of());
  }

  private static Expectation told(Truth truth) {
    return new Expectation(truth, false, truth.details().keySet());
  }

  private static Expectation robbed(Truth truth) {
    return new Expectation(truth, true, Set.of());
  }

  private static LedgerRow row(String state, Set<String> finals, boolean conflict) {
    return new LedgerRow("order/1", state, 1, finals, conflict, Set.of(), Map.of(), "");
  }
}
