package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Findings.Finding;
import dev.rampline.bench.check.Invariant;
import dev.rampline.bench.defect.Defect;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.bench.world.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leaves out of a plan whatever the failure does not need. */
final class Shrinking {
  private final @Nullable Defect defect;

  Shrinking(@Nullable Defect defect) {
    this.defect = defect;
  }

  /**
   * The least that still fails in the same way, as far as leaving out one thing each time leads.
   */
  Result shrink(Result failed) {
    Invariant invariant = failed.findings().getFirst().invariant();
    Result least = failed;
    Optional<Result> smaller = smaller(least, invariant);
    while (smaller.isPresent()) {
      least = smaller.get();
      smaller = smaller(least, invariant);
    }
    return least;
  }

  private Optional<Result> smaller(Result held, Invariant invariant) {
    return smaller(held.plan())
        .map(plan -> Simulation.run(plan, sabotage()))
        .filter(result -> breaks(result, invariant))
        .findFirst();
  }

  private Sabotage sabotage() {
    return defect == null ? Sabotage.NONE : defect.sabotage();
  }

  private static boolean breaks(Result result, Invariant invariant) {
    return result.findings().stream().map(Finding::invariant).anyMatch(invariant::equals);
  }

  private static Stream<Plan> smaller(Plan plan) {
    return Stream.of(
            without(plan.stories()).map(plan::withStories),
            without(plan.examinations()).map(plan::withExaminations),
            without(plan.outages()).map(plan::withOutages),
            plan.faults().stream().sorted().map(fault -> plan.withFaults(without(plan, fault))))
        .flatMap(smaller -> smaller);
  }

  private static Set<Fault> without(Plan plan, Fault fault) {
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
