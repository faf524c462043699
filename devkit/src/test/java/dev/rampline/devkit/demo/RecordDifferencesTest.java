package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.emulator.ExpectedState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordDifferencesTest {
  private static final Set<String> SIDES = Set.of("completed", "failed");
  private static final ExpectedState PAID_LATE = state("completed", SIDES);
  private static final ExpectedState EXPIRED = state("expired", Set.of("expired"));

  @Test
  void between_ofASettledConflict_isEmpty() {
    assertThat(RecordDifferences.between(expected(PAID_LATE), row("completed", SIDES, false)))
        .isEmpty();
  }

  @Test
  void between_ofAnOpenConflict_namesIt() {
    assertThat(RecordDifferences.between(expected(PAID_LATE), row("completed", SIDES, true)))
        .containsExactly("an open conflict");
  }

  @Test
  void between_withADroppedWebhookOfAConflict_allowsAMissingTerminalState() {
    LedgerRow row = row("completed", Set.of("completed"), false);

    assertThat(RecordDifferences.between(dropped(PAID_LATE), row)).isEmpty();
    assertThat(RecordDifferences.between(expected(PAID_LATE), row)).isNotEmpty();
  }

  @Test
  void between_ofAnExpiryFromTheApiAlone_allowsCancelled() {
    LedgerRow row = row("cancelled", Set.of("cancelled"), false);

    assertThat(RecordDifferences.between(dropped(EXPIRED), row)).isEmpty();
    assertThat(RecordDifferences.between(expected(EXPIRED), row)).isNotEmpty();
  }

  @Test
  void between_withADroppedWebhook_allowsAMissingButNotAnotherValue() {
    ExpectedState expected =
        new ExpectedState("order/1", "completed", Set.of(), Map.of("fiatAmount", "5"));
    LedgerRow other =
        new LedgerRow(
            "order/1", "completed", 1, Set.of(), false, Set.of(), Map.of("fiatAmount", "6"), "");

    assertThat(RecordDifferences.between(dropped(expected), row("completed", Set.of(), false)))
        .isEmpty();
    assertThat(RecordDifferences.between(dropped(expected), other))
        .containsExactly("fiatAmount 6, expected 5");
  }

  @Test
  void between_ofAnUnresolvedUnverifiedEvent_namesIt() {
    ExpectedState expected =
        new ExpectedState("order/1", "completed", Set.of(), Map.of("orderId", "1"));
    LedgerRow row =
        new LedgerRow("order/1", "completed", 1, Set.of(), false, Set.of("failed"), Map.of(), "");

    assertThat(RecordDifferences.between(dropped(expected), row))
        .containsExactly("unresolved unverified events: [failed]");
  }

  private static ExpectedState state(String state, Set<String> terminalStates) {
    return new ExpectedState("order/1", state, terminalStates, Map.of());
  }

  private static ExpectedRecord expected(ExpectedState expected) {
    return new ExpectedRecord(expected, false, expected.fields().keySet());
  }

  private static ExpectedRecord dropped(ExpectedState expected) {
    return new ExpectedRecord(expected, true, Set.of());
  }

  private static LedgerRow row(String state, Set<String> terminalStates, boolean conflict) {
    return new LedgerRow("order/1", state, 1, terminalStates, conflict, Set.of(), Map.of(), "");
  }
}
