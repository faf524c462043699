package dev.rampline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.defect.DefectInjector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forges terminal states and KYC verdicts under the provider's real signing key. */
class LeakedKeyTest {
  private static final int SEEDS = 40;

  @Test
  void forgedStates_endAsAlarmedConflicts_andAreNeverConfirmed() {
    List<SimulationResult> failed =
        runs(DefectInjector.NONE).filter(result -> !result.hasPassed()).toList();

    assertThat(failed)
        .extracting(result -> result.plan().seed() + ": " + result.findings())
        .isEmpty();
  }

  @Test
  void confirmationWithoutComparison_isFound() {
    assertThat(runs(new AgreeingApi())).anyMatch(result -> !result.hasPassed());
  }

  @Test
  void missingConfirmation_isFound() {
    assertThat(runs(new ConfirmationSwitchedOff())).anyMatch(result -> !result.hasPassed());
  }

  /** Without the API nothing can be compared. */
  private static Stream<SimulationResult> runs(DefectInjector injector) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(SimulationPlan::of)
        .filter(SimulationPlan::hasReconciliation)
        .map(plan -> Simulation.runWithLeakedKey(plan, injector));
  }

  /** Every lookup of an order agrees with the ledger. */
  private static final class AgreeingApi implements DefectInjector {
    private static final Pattern STATUS = Pattern.compile("\"status\":\"[A-Z_]+\"");
    private static final String ORDERS = "/orders/";

    @Override
    public String apiResponse(URI address, String sound, Table known) {
      String path = address.getPath();
      int id = path.indexOf(ORDERS);
      boolean isCompleted =
          id >= 0
              && known
                  .find("order/" + path.substring(id + ORDERS.length()))
                  .filter(item -> ItemAttributes.state(item).equals("completed"))
                  .isPresent();
      return isCompleted
          ? STATUS.matcher(sound).replaceAll(Matcher.quoteReplacement("\"status\":\"COMPLETED\""))
          : sound;
    }
  }

  private static final class ConfirmationSwitchedOff implements DefectInjector {
    @Override
    public Map<String, String> settings(Map<String, String> sound) {
      Map<String, String> settings = new HashMap<>(sound);
      settings.put("RAMPLINE_CONFIRM_STATES", "false");
      return settings;
    }
  }
}
