package dev.rampline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.simulation.defect.Defect;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the simulation finds every injected defect within its number of seeds. */
class SimulationMutationTest {
  @ParameterizedTest
  @EnumSource
  void aDefect_putIn_isFoundWithinItsSeeds(Defect defect) {
    assertThat(LongStream.rangeClosed(1, defect.seeds()))
        .anyMatch(seed -> !Simulation.run(SimulationPlan.of(seed), defect.injector()).hasPassed());
  }
}
