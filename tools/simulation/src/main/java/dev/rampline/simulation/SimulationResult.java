package dev.rampline.simulation;

import dev.rampline.simulation.check.InvariantViolations.InvariantViolation;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.Trace.Step;
import java.util.List;
import java.util.Map;

/**
 * The result of one simulation run.
 *
 * @param plan the plan of the run
 * @param findings the violations
 * @param steps the trace of the run
 * @param faults how often each fault occurred
 * @param versions how many record versions were written
 */
record SimulationResult(
    SimulationPlan plan,
    List<InvariantViolation> findings,
    List<Step> steps,
    Map<Fault, Integer> faults,
    long versions) {

  static SimulationResult of(SimulationContext context, SimulationPlan plan) {
    return new SimulationResult(
        plan,
        context.violations().all(),
        context.environment().trace().steps(),
        context.environment().faults().counts(),
        context.cloud().table().stream().stream().filter(Table.TableWrite::hasNewVersion).count());
  }

  boolean hasPassed() {
    return findings.isEmpty();
  }
}
