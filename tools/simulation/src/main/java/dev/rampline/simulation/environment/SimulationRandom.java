package dev.rampline.simulation.environment;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The random generator of a simulation run: deterministic by seed, with independent named forks.
 */
public final class SimulationRandom implements RandomGenerator {
  private final long seed;
  private final SplittableRandom random;

  public SimulationRandom(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** An independent generator for that name, unaffected by other draws. */
  public SimulationRandom fork(String name) {
    return new SimulationRandom(
        new SplittableRandom(seed ^ name.hashCode() * 0x9e37_79b9_7f4a_7c15L).nextLong());
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  /** Whether an event of that probability occurs. */
  public boolean drawBoolean(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from 0 to below the bound. */
  public int drawInt(int bound) {
    return random.nextInt(bound);
  }

  /** A number from the first to below the second. */
  public Duration drawDuration(Duration least, Duration most) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
  }

  /** One of the values. */
  public <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
