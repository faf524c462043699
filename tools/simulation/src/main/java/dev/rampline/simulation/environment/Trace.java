package dev.rampline.simulation.environment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The steps of a simulation run in order. */
public final class Trace {
  private final List<Step> steps = new ArrayList<>();
  private final InstantSource clock;

  public Trace(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds a step of that actor. */
  public void add(String actor, String what) {
    steps.add(new Step(clock.instant(), actor, what));
  }

  /** All steps so far in order. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The number of steps. */
  public int size() {
    return steps.size();
  }

  /**
   * A step of a simulation run.
   *
   * @param at the true time
   * @param actor who acted
   * @param what a short description
   */
  public record Step(Instant at, String actor, String what) {
    @Override
    public String toString() {
      return at + " " + actor + ": " + what;
    }
  }
}
