package dev.rampline.simulation;

import dev.rampline.simulation.check.InvariantViolations.InvariantViolation;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.Trace.Step;
import java.util.List;
import java.util.Map;

/**
 * What came of one simulation.
 *
 * @param plan that was played
 * @param findings what did not hold
 * @param steps what happened
 * @param faults how often each struck
 * @param versions how many were written
 */
record SimulationResult(
    SimulationPlan plan,
    List<InvariantViolation> findings,
    List<Step> steps,
    Map<Fault, Integer> faults,
    long versions) {

  static SimulationResult of(SimulationContext scene, SimulationPlan plan) {
    return new SimulationResult(
        plan,
        scene.violations().all(),
        scene.environment().trace().steps(),
        scene.environment().faults().counts(),
        scene.cloud().table().stream().stream().filter(Table.TableWrite::hasNewVersion).count());
  }

  boolean hasPassed() {
    return findings.isEmpty();
  }
}
