package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.emulator.ExpectedState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordDifferencesTest {
  private static final Set<String> SIDES = Set.of("completed", "failed");
  private static final ExpectedState PAID_LATE = truth("completed", SIDES);
  private static final ExpectedState EXPIRED = truth("expired", Set.of("expired"));

  @Test
  void between_aConflictThatWasSettled_isNoDifference() {
    assertThat(RecordDifferences.between(told(PAID_LATE), row("completed", SIDES, false)))
        .isEmpty();
  }

  @Test
  void between_aConflictThatNobodySettled_isNamed() {
    assertThat(RecordDifferences.between(told(PAID_LATE), row("completed", SIDES, true)))
        .containsExactly("a conflict that nobody settled");
  }

  @Test
  void between_aSideOfAConflictWhoseWebhookWasDropped_mayBeMissing() {
    LedgerRow row = row("completed", Set.of("completed"), false);

    assertThat(RecordDifferences.between(robbed(PAID_LATE), row)).isEmpty();
    assertThat(RecordDifferences.between(told(PAID_LATE), row)).isNotEmpty();
  }

  @Test
  void between_anExpiryThatOnlyTheApiTold_mayBeCalledCancelled() {
    LedgerRow row = row("cancelled", Set.of("cancelled"), false);

    assertThat(RecordDifferences.between(robbed(EXPIRED), row)).isEmpty();
    assertThat(RecordDifferences.between(told(EXPIRED), row)).isNotEmpty();
  }

  @Test
  void between_aFactWhoseWebhookWasDropped_mayBeMissingButNotOtherwise() {
    ExpectedState truth =
        new ExpectedState("order/1", "completed", Set.of(), Map.of("fiatAmount", "5"));
    LedgerRow other =
        new LedgerRow(
            "order/1", "completed", 1, Set.of(), false, Set.of(), Map.of("fiatAmount", "6"), "");

    assertThat(RecordDifferences.between(robbed(truth), row("completed", Set.of(), false)))
        .isEmpty();
    assertThat(RecordDifferences.between(robbed(truth), other))
        .containsExactly("fiatAmount 6 and not 5");
  }

  @Test
  void between_aClaimThatTheApiWasNeverAskedAbout_isNamed() {
    ExpectedState truth =
        new ExpectedState("order/1", "completed", Set.of(), Map.of("orderId", "1"));
    LedgerRow row =
        new LedgerRow("order/1", "completed", 1, Set.of(), false, Set.of("failed"), Map.of(), "");

    assertThat(RecordDifferences.between(robbed(truth), row))
        .containsExactly("claims that nobody answered: [failed]");
  }

  private static ExpectedState truth(String state, Set<String> finals) {
    return new ExpectedState("order/1", state, finals, Map.of());
  }

  private static ExpectedRecord told(ExpectedState truth) {
    return new ExpectedRecord(truth, false, truth.fields().keySet());
  }

  private static ExpectedRecord robbed(ExpectedState truth) {
    return new ExpectedRecord(truth, true, Set.of());
  }

  private static LedgerRow row(String state, Set<String> finals, boolean conflict) {
    return new LedgerRow("order/1", state, 1, finals, conflict, Set.of(), Map.of(), "");
  }
}
