package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.emulator.Truth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  @Test
  void between_inAConflict_allowsEitherSide() {
    Set<String> sides = Set.of("completed", "failed");
    Truth truth = new Truth("order/1", sides, sides, Map.of());
    LedgerRow row = new LedgerRow("order/1", "failed", 1, sides, true, Map.of(), "");

    assertThat(Differences.between(truth, row)).isEmpty();
  }

  @Test
  void between_aConflictThatIsNotNoted_namesIt() {
    Set<String> sides = Set.of("completed", "failed");
    Truth truth = new Truth("order/1", sides, sides, Map.of());
    LedgerRow row = new LedgerRow("order/1", "failed", 1, sides, false, Map.of(), "");

    assertThat(Differences.between(truth, row)).containsExactly("a conflict that is not noted");
  }
}
