package dev.rampline.simulation;

import dev.rampline.simulation.defect.Defect;
import dev.rampline.simulation.defect.DefectInjector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Many simulations, one a seed. Each runs on one thread, and as many at once as there are
 * processors; which of them runs where changes nothing.
 */
public final class SimulationBatch {
  private final @Nullable Defect defect;

  /**
   * @param defect that is put in, to see it found; null: none
   */
  public SimulationBatch(@Nullable Defect defect) {
    this.defect = defect;
  }

  /**
   * Plays so many seeds, from the first on.
   *
   * @param played told how many are done
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

  /** What came of it, if it did not hold. */
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
