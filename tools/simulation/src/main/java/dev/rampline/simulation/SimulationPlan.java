package dev.rampline.simulation;

import dev.rampline.simulation.environment.SimulationRandom;
import java.util.List;

/**
 * The plan that a seed determines.
 *
 * @param seed the seed of all randomness
 * @param orderScenarios the events of orders at the provider
 * @param kycScenarios the events of customers at the provider
 * @param faultPlan the faults of the run
 * @param hasReconciliation whether reconciliation runs; if not, webhooks are the only source
 * @param hasSubscriber whether a subscriber runs; if not, the other channels recover its events
 */
record SimulationPlan(
    long seed,
    List<OrderScenario> orderScenarios,
    List<KycScenario> kycScenarios,
    FaultPlan faultPlan,
    boolean hasReconciliation,
    boolean hasSubscriber) {
  private static final double RECONCILIATION_PROBABILITY = 0.5;
  private static final double SUBSCRIBER_PROBABILITY = 0.75;

  /** The subscriber also finds orders that only the list shows, because it reads the list. */
  private static final double SUBSCRIBER_WITH_LIST_PROBABILITY = 0.25;

  static SimulationPlan of(long seed) {
    SimulationRandom random = new SimulationRandom(seed).fork("plan");
    List<OrderScenario> scenarios = OrderScenarios.scenarios(random.fork("stories"));
    boolean listNeeded = scenarios.stream().anyMatch(scenario -> !scenario.hasWebhooks());
    SimulationRandom socketRandom = random.fork("socket");
    return new SimulationPlan(
        seed,
        scenarios,
        KycScenario.create(random.fork("examinations")),
        FaultPlan.create(random, socketRandom),
        listNeeded || random.drawBoolean(RECONCILIATION_PROBABILITY),
        socketRandom.drawBoolean(
            listNeeded ? SUBSCRIBER_WITH_LIST_PROBABILITY : SUBSCRIBER_PROBABILITY));
  }

  SimulationPlan withOrderScenarios(List<OrderScenario> fewer) {
    return new SimulationPlan(
        seed, fewer, kycScenarios, faultPlan, hasReconciliation, hasSubscriber);
  }

  SimulationPlan withKycScenarios(List<KycScenario> fewer) {
    return new SimulationPlan(
        seed, orderScenarios, fewer, faultPlan, hasReconciliation, hasSubscriber);
  }

  SimulationPlan withFaultPlan(FaultPlan smaller) {
    return new SimulationPlan(
        seed, orderScenarios, kycScenarios, smaller, hasReconciliation, hasSubscriber);
  }
}
