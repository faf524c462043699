package dev.rampline.simulation.environment;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** All randomness of a simulation: the same for the same seed, and apart for what has a name. */
public final class SimulationRandom implements RandomGenerator {
  private final long seed;
  private final SplittableRandom random;

  public SimulationRandom(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** Chance of its own for what has that name, whatever else is drawn. */
  public SimulationRandom fork(String name) {
    return new SimulationRandom(
        new SplittableRandom(seed ^ name.hashCode() * 0x9e37_79b9_7f4a_7c15L).nextLong());
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  /** Whether it happens. */
  public boolean drawBoolean(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0, below the bound. */
  public int drawInt(int bound) {
    return random.nextInt(bound);
  }

  /** From the one to below the other. */
  public Duration drawDuration(Duration least, Duration most) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
  }

  /** One of them. */
  public <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
