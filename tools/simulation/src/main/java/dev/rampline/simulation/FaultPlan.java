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
 * The faults of a simulation run.
 *
 * @param faults the faults that may occur
 * @param rate the probability of a fault at each call
 * @param outages the outages of services
 */
record FaultPlan(Set<Fault> faults, double rate, List<Outage> outages) {
  private static final List<Double> RATES = List.of(0.0, 0.02, 0.05, 0.1, 0.2);
  private static final int MAX_OUTAGES = 4;
  private static final double FAULT_PROBABILITY = 0.7;
  private static final double LONG_OUTAGE_PROBABILITY = 0.05;
  private static final double QUEUE_OUTAGE_PROBABILITY = 0.4;
  private static final Set<Fault> SOCKET_FAULTS =
      EnumSet.of(Fault.DISCONNECT, Fault.FALSE_EVENT, Fault.MALFORMED_PACKET);

  /**
   * Some outages are more frequent than others: events that wait elsewhere during an outage are the
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

  static FaultPlan create(SimulationRandom random, SimulationRandom socketRandom) {
    return new FaultPlan(faults(random, socketRandom), random.pick(RATES), outages(random));
  }

  private static Set<Fault> faults(SimulationRandom random, SimulationRandom socketRandom) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      SimulationRandom source = SOCKET_FAULTS.contains(fault) ? socketRandom : random;
      if (source.drawBoolean(FAULT_PROBABILITY)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static List<Outage> outages(SimulationRandom random) {
    List<Outage> outages = new ArrayList<>();
    for (int left = random.drawInt(MAX_OUTAGES + 1); left > 0; left--) {
      Outage outage =
          new Outage(
              random.pick(OUTAGE_SERVICES),
              random.drawDuration(Duration.ZERO, LATEST_OUTAGE),
              random.drawDuration(Duration.ofSeconds(10), MAX_OUTAGE));
      outages.add(outage);
      if (outage.service() == ExternalService.TABLE
          && random.drawBoolean(QUEUE_OUTAGE_PROBABILITY)) {
        outages.add(new Outage(ExternalService.QUEUE, outage.begin(), outage.length()));
      }
    }
    if (random.drawBoolean(LONG_OUTAGE_PROBABILITY)) {
      outages.add(
          new Outage(
              ExternalService.QUEUE,
              random.drawDuration(Duration.ZERO, LATEST_OUTAGE),
              random.drawDuration(Duration.ofHours(25), Duration.ofHours(27))));
    }
    return outages;
  }

  FaultPlan withFaults(Set<Fault> fewer) {
    return new FaultPlan(fewer, rate, outages);
  }

  FaultPlan withOutages(List<Outage> fewer) {
    return new FaultPlan(faults, rate, fewer);
  }

  /** An outage of a service, as an offset from the start. */
  record Outage(ExternalService service, Duration begin, Duration length) {}
}
