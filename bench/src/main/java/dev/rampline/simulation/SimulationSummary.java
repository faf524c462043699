package dev.rampline.simulation;

import dev.rampline.simulation.environment.Fault;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What many simulations came to. Thread-safe. */
public final class SimulationSummary {
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private int seeds;
  private int failed;
  private long steps;
  private long versions;
  private Duration time = Duration.ZERO;
  private @Nullable SimulationFailure failure;

  SimulationSummary() {}

  synchronized void add(SimulationResult result) {
    seeds++;
    failed += result.hasPassed() ? 0 : 1;
    steps += result.steps().size();
    versions += result.versions();
    result.faults().forEach((fault, count) -> faults.merge(fault, (long) count, Long::sum));
  }

  synchronized void complete(Duration taken, @Nullable SimulationFailure first) {
    time = taken;
    failure = first;
  }

  /** How many seeds were played. */
  public synchronized int seeds() {
    return seeds;
  }

  /** How many of them did not hold. */
  public synchronized int failed() {
    return failed;
  }

  /** How many steps were taken in all. */
  public synchronized long steps() {
    return steps;
  }

  /** How many versions were written in all. */
  public synchronized long versions() {
    return versions;
  }

  /** How often each fault struck. */
  public synchronized Map<Fault, Long> faults() {
    return new EnumMap<>(faults);
  }

  /** How long it took. */
  public synchronized Duration time() {
    return time;
  }

  /** The failure of the lowest seed that failed. */
  public synchronized Optional<SimulationFailure> failure() {
    return Optional.ofNullable(failure);
  }
}
