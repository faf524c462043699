package dev.rampline.bench.simulation;

import dev.rampline.bench.defect.Defect;
import dev.rampline.bench.defect.Sabotage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Many simulations, one a seed. Each runs on one thread, and as many at once as there are
 * processors; which of them runs where changes nothing.
 */
public final class Campaign {
  private final @Nullable Defect defect;

  /**
   * @param defect that is put in, to see it found; null: none
   */
  public Campaign(@Nullable Defect defect) {
    this.defect = defect;
  }

  /**
   * Plays so many seeds, from the first on.
   *
   * @param played told how many are done
   */
  public Summary run(long first, int seeds, IntConsumer played) {
    long begun = System.nanoTime();
    Summary summary = new Summary();
    Optional<Result> failed =
        LongStream.range(first, first + seeds)
            .parallel()
            .mapToObj(seed -> play(seed, summary, played))
            .flatMap(Optional::stream)
            .toList()
            .stream()
            .findFirst();
    Failure failure =
        failed.map(result -> Failure.of(new Shrinking(defect).shrink(result))).orElse(null);
    summary.end(Duration.ofNanos(System.nanoTime() - begun), failure);
    return summary;
  }

  /** What came of it, if it did not hold. */
  private Optional<Result> play(long seed, Summary summary, IntConsumer played) {
    Result result =
        Simulation.run(Plan.of(seed), defect == null ? Sabotage.NONE : defect.sabotage());
    summary.add(result);
    played.accept(summary.seeds());
    return Optional.of(result).filter(done -> !done.isSound());
  }
}
