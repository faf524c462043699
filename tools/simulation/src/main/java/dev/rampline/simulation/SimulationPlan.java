package dev.rampline.simulation;

import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.SimulationRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The plan that a seed determines.
 *
 * @param seed the seed of all randomness
 * @param orderScenarios the events of orders at the provider
 * @param kycScenarios the events of customers at the provider
 * @param faults the faults that may occur
 * @param rate the probability of a fault at each call
 * @param outages the outages of services
 * @param hasReconciliation whether reconciliation runs; if not, webhooks are the only source
 * @param hasSubscriber whether a subscriber runs; if not, the other channels recover its events
 */
record SimulationPlan(
    long seed,
    List<OrderScenario> orderScenarios,
    List<KycScenario> kycScenarios,
    Set<Fault> faults,
    double rate,
    List<Outage> outages,
    boolean hasReconciliation,
    boolean hasSubscriber) {
  private static final List<Double> RATES = List.of(0.0, 0.02, 0.05, 0.1, 0.2);
  private static final int MAX_OUTAGES = 4;
  private static final double FAULT_PROBABILITY = 0.7;
  private static final double RECONCILIATION_PROBABILITY = 0.5;
  private static final double LONG_OUTAGE_PROBABILITY = 0.05;
  private static final Set<Fault> SOCKET_FAULTS =
      EnumSet.of(Fault.DISCONNECT, Fault.FALSE_EVENT, Fault.MALFORMED_PACKET);
  private static final double SUBSCRIBER_PROBABILITY = 0.75;

  /** The subscriber also finds orders that only the list shows, because it reads the list. */
  private static final double SUBSCRIBER_WITH_LIST_PROBABILITY = 0.25;

  private static final double QUEUE_OUTAGE_PROBABILITY = 0.4;

  /**
   * Some faults are more frequent than others: events that wait elsewhere during an outage are the
   * easiest to lose.
   */
  private static final List<ExternalService> OUTAGE_SERVICES =
      List.of(
          ExternalService.TABLE,
          ExternalService.TABLE,
          ExternalService.TABLE,
          ExternalService.QUEUE,
          ExternalService.QUEUE,
          ExternalService.SECRET,
          ExternalService.PROVIDER,
          ExternalService.WEBHOOK_ENDPOINT);

  private static final Duration LATEST_OUTAGE = Duration.ofMinutes(70);
  private static final Duration MAX_OUTAGE = Duration.ofMinutes(20);

  static SimulationPlan of(long seed) {
    SimulationRandom chance = new SimulationRandom(seed).fork("plan");
    List<OrderScenario> scenarios = OrderScenarios.scenarios(chance.fork("stories"));
    boolean listNeeded = scenarios.stream().anyMatch(scenario -> !scenario.hasWebhooks());
    SimulationRandom ofSocket = chance.fork("socket");
    return new SimulationPlan(
        seed,
        scenarios,
        KycScenario.create(chance.fork("examinations")),
        faults(chance, ofSocket),
        chance.pick(RATES),
        outages(chance),
        listNeeded || chance.drawBoolean(RECONCILIATION_PROBABILITY),
        ofSocket.drawBoolean(
            listNeeded ? SUBSCRIBER_WITH_LIST_PROBABILITY : SUBSCRIBER_PROBABILITY));
  }

  private static Set<Fault> faults(SimulationRandom chance, SimulationRandom ofSocket) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      SimulationRandom drawn = SOCKET_FAULTS.contains(fault) ? ofSocket : chance;
      if (drawn.drawBoolean(FAULT_PROBABILITY)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static List<Outage> outages(SimulationRandom chance) {
    List<Outage> outages = new ArrayList<>();
    for (int left = chance.drawInt(MAX_OUTAGES + 1); left > 0; left--) {
      Outage outage =
          new Outage(
              chance.pick(OUTAGE_SERVICES),
              chance.drawDuration(Duration.ZERO, LATEST_OUTAGE),
              chance.drawDuration(Duration.ofSeconds(10), MAX_OUTAGE));
      outages.add(outage);
      if (outage.service() == ExternalService.TABLE
          && chance.drawBoolean(QUEUE_OUTAGE_PROBABILITY)) {
        outages.add(new Outage(ExternalService.QUEUE, outage.begin(), outage.length()));
      }
    }
    if (chance.drawBoolean(LONG_OUTAGE_PROBABILITY)) {
      outages.add(
          new Outage(
              ExternalService.QUEUE,
              chance.drawDuration(Duration.ZERO, LATEST_OUTAGE),
              chance.drawDuration(Duration.ofHours(25), Duration.ofHours(27))));
    }
    return outages;
  }

  SimulationPlan withOrderScenarios(List<OrderScenario> fewer) {
    return new SimulationPlan(
        seed, fewer, kycScenarios, faults, rate, outages, hasReconciliation, hasSubscriber);
  }

  SimulationPlan withKycScenarios(List<KycScenario> fewer) {
    return new SimulationPlan(
        seed, orderScenarios, fewer, faults, rate, outages, hasReconciliation, hasSubscriber);
  }

  SimulationPlan withFaults(Set<Fault> fewer) {
    return new SimulationPlan(
        seed, orderScenarios, kycScenarios, fewer, rate, outages, hasReconciliation, hasSubscriber);
  }

  SimulationPlan withOutages(List<Outage> fewer) {
    return new SimulationPlan(
        seed, orderScenarios, kycScenarios, faults, rate, fewer, hasReconciliation, hasSubscriber);
  }

  /** An outage of a service, as an offset from the start. */
  record Outage(ExternalService service, Duration begin, Duration length) {}
}
