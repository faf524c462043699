package dev.rampline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.simulation.defect.Defect;
import dev.rampline.simulation.defect.DefectInjector;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int SEEDS = 50;

  @Test
  void simulation_runTwiceWithOneSeed_hasTheSameTrace() {
    assertThat(play(7).steps()).isNotEmpty().isEqualTo(play(7).steps());
  }

  @Test
  void simulation_withTwoSeeds_hasDifferentTraces() {
    assertThat(play(7).steps()).isNotEqualTo(play(8).steps());
  }

  @Test
  void simulations_ofManySeeds_succeed() {
    SimulationSummary summary = new SimulationBatch(null).run(1, SEEDS, _ -> {});

    assertThat(summary.failure().map(SimulationFailure::text)).isEmpty();
    assertThat(summary.seeds()).isEqualTo(SEEDS);
    assertThat(summary.versions()).isGreaterThan(SEEDS);
    assertThat(summary.faults()).hasSizeGreaterThan(10);
  }

  /** In this run, an event links two ids whose function crashes after the write each time. */
  @Test
  void linkByAnEventThatWasNeverAnswered_mayExcuseAnOlderEvent() {
    assertThat(play(7001155).findings()).isEmpty();
  }

  @Test
  void failure_ofOneSeedRunTwice_hasTheSameReport() {
    assertThat(failureOf(Defect.NO_RELAY)).isEqualTo(failureOf(Defect.NO_RELAY));
  }

  @Test
  void failure_trace_containsOnlyStepsOfItsSubject() {
    SimulationFailure failure = failureOf(Defect.RELAY_WITH_NEW_ID);

    assertThat(failure.findings().getFirst()).contains("was sent with the deduplication ID");
    assertThat(failure.trace())
        .isNotEmpty()
        .hasSizeLessThan(play(failure.seed()).steps().size() / 2)
        .allMatch(step -> step.matches(".*(order|kyc)/.*") || step.endsWith("crashes"));
  }

  private static SimulationFailure failureOf(Defect defect) {
    return new SimulationBatch(defect).run(1, defect.seeds(), _ -> {}).failure().orElseThrow();
  }

  private static SimulationResult play(long seed) {
    return Simulation.run(SimulationPlan.of(seed), DefectInjector.NONE);
  }
}
