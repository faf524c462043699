package dev.rampline.simulation;

import dev.rampline.simulation.environment.Fault;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The totals of many simulation runs. Thread-safe. */
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

  /** The number of seeds run. */
  public synchronized int seeds() {
    return seeds;
  }

  /** The number of failed seeds. */
  public synchronized int failed() {
    return failed;
  }

  /** The total number of steps. */
  public synchronized long steps() {
    return steps;
  }

  /** The total number of record versions written. */
  public synchronized long versions() {
    return versions;
  }

  /** How often each fault occurred. */
  public synchronized Map<Fault, Long> faults() {
    return new EnumMap<>(faults);
  }

  /** The total duration. */
  public synchronized Duration time() {
    return time;
  }

  /** The failure of the lowest failed seed. */
  public synchronized Optional<SimulationFailure> failure() {
    return Optional.ofNullable(failure);
  }
}
