package dev.rampline.simulation;

import dev.rampline.simulation.check.Invariant;
import dev.rampline.simulation.check.InvariantViolations.InvariantViolation;
import dev.rampline.simulation.defect.Defect;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.simulation.environment.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reduces a failing plan to the parts that the failure needs. */
final class PlanShrinker {
  private final @Nullable Defect defect;

  PlanShrinker(@Nullable Defect defect) {
    this.defect = defect;
  }

  /** The smallest plan that still fails in the same way, found by removing one part at a time. */
  SimulationResult shrink(SimulationResult failed) {
    Invariant invariant = failed.findings().getFirst().invariant();
    SimulationResult least = failed;
    Optional<SimulationResult> smaller = shrinkOnce(least, invariant);
    while (smaller.isPresent()) {
      least = smaller.get();
      smaller = shrinkOnce(least, invariant);
    }
    return least;
  }

  private Optional<SimulationResult> shrinkOnce(SimulationResult held, Invariant invariant) {
    return shrinkOnce(held.plan())
        .map(plan -> Simulation.run(plan, injector()))
        .filter(result -> hasViolation(result, invariant))
        .findFirst();
  }

  private DefectInjector injector() {
    return defect == null ? DefectInjector.NONE : defect.injector();
  }

  private static boolean hasViolation(SimulationResult result, Invariant invariant) {
    return result.findings().stream()
        .map(InvariantViolation::invariant)
        .anyMatch(invariant::equals);
  }

  private static Stream<SimulationPlan> shrinkOnce(SimulationPlan plan) {
    return Stream.of(
            without(plan.orderScenarios()).map(plan::withOrderScenarios),
            without(plan.kycScenarios()).map(plan::withKycScenarios),
            without(plan.outages()).map(plan::withOutages),
            plan.faults().stream().sorted().map(fault -> plan.withFaults(without(plan, fault))))
        .flatMap(smaller -> smaller);
  }

  private static Set<Fault> without(SimulationPlan plan, Fault fault) {
    Set<Fault> fewer = EnumSet.copyOf(plan.faults());
    fewer.remove(fault);
    return fewer;
  }

  private static <T> Stream<List<T>> without(List<T> all) {
    return Stream.iterate(0, place -> place < all.size(), place -> place + 1)
        .map(
            place -> {
              List<T> fewer = new ArrayList<>(all);
              fewer.remove((int) place);
              return fewer;
            });
  }
}
