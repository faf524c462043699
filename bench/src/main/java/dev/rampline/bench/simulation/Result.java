package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Findings.Finding;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Trace.Step;
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
record Result(
    Plan plan,
    List<Finding> findings,
    List<Step> steps,
    Map<Fault, Integer> faults,
    long versions) {

  static Result of(Scene scene, Plan plan) {
    return new Result(
        plan,
        scene.findings().all(),
        scene.world().trace().steps(),
        scene.world().faults().counts(),
        scene.cloud().table().stream().stream().filter(Table.Change::makesVersion).count());
  }

  boolean isSound() {
    return findings.isEmpty();
  }
}
