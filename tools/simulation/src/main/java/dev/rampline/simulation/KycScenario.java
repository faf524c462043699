package dev.rampline.simulation;

import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.KycLifeCycle;
import dev.rampline.testkit.provider.KycReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The sequence of KYC events of one customer.
 *
 * @param customerId the customer
 * @param hasPartnerId whether the partner has assigned its own ID to the customer
 * @param steps the steps in order
 */
record KycScenario(String customerId, boolean hasPartnerId, List<KycStep> steps) {
  private static final Duration LATEST_START = Duration.ofMinutes(40);
  private static final Duration MAX_STEP_DELAY = Duration.ofMinutes(25);
  private static final Duration MIN_STEP_DELAY = Duration.ofMillis(50);
  private static final double QUICK_PROBABILITY = 0.3;
  private static final int MAX_CUSTOMERS = 2;

  static List<KycScenario> create(SimulationRandom chance) {
    List<KycScenario> drawn = new ArrayList<>();
    for (int left = chance.drawInt(MAX_CUSTOMERS + 1); left > 0; left--) {
      String id = "customer-" + (drawn.size() + 1);
      drawn.add(new KycScenario(id, chance.drawBoolean(0.5), steps(chance)));
    }
    return List.copyOf(drawn);
  }

  private static List<KycStep> steps(SimulationRandom chance) {
    Duration at = chance.drawDuration(Duration.ZERO, LATEST_START);
    List<KycStep> turns = new ArrayList<>();
    for (KycReport report : chance.pick(KycLifeCycle.ALL).reports()) {
      turns.add(new KycStep(at, report));
      at =
          at.plus(
              chance.drawBoolean(QUICK_PROBABILITY)
                  ? MIN_STEP_DELAY
                  : chance.drawDuration(MIN_STEP_DELAY, MAX_STEP_DELAY));
    }
    return turns;
  }

  /** When the customer is reported, as an offset from the start. */
  record KycStep(Duration at, KycReport report) {}
}
