package dev.rampline.simulation;

import dev.rampline.simulation.defect.Defect;
import dev.rampline.simulation.defect.DefectInjector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs many simulations, one per seed. Each runs on one thread, as many in parallel as there are
 * processors; results do not depend on the thread.
 */
public final class SimulationBatch {
  private final @Nullable Defect defect;

  /**
   * @param defect the defect to inject, which the simulation must find; null: none
   */
  public SimulationBatch(@Nullable Defect defect) {
    this.defect = defect;
  }

  /**
   * Runs that many seeds, starting at the first.
   *
   * @param played receives the number of completed runs
   */
  public SimulationSummary run(long first, int seeds, IntConsumer played) {
    long begun = System.nanoTime();
    SimulationSummary summary = new SimulationSummary();
    Optional<SimulationResult> failed =
        LongStream.range(first, first + seeds)
            .parallel()
            .mapToObj(seed -> runSeed(seed, summary, played))
            .flatMap(Optional::stream)
            .toList()
            .stream()
            .findFirst();
    SimulationFailure failure =
        failed
            .map(result -> SimulationFailure.of(new PlanShrinker(defect).shrink(result)))
            .orElse(null);
    summary.complete(Duration.ofNanos(System.nanoTime() - begun), failure);
    return summary;
  }

  /** The failure of a seed, if a check failed. */
  private Optional<SimulationResult> runSeed(
      long seed, SimulationSummary summary, IntConsumer played) {
    SimulationResult result =
        Simulation.run(
            SimulationPlan.of(seed), defect == null ? DefectInjector.NONE : defect.injector());
    summary.add(result);
    played.accept(summary.seeds());
    return Optional.of(result).filter(done -> !done.hasPassed());
  }
}
