package dev.rampline.simulation.environment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What happened, step by step. */
public final class Trace {
  private final List<Step> steps = new ArrayList<>();
  private final InstantSource clock;

  public Trace(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a step of that actor. */
  public void add(String actor, String what) {
    steps.add(new Step(clock.instant(), actor, what));
  }

  /** All steps so far, the first first. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** How many there are. */
  public int size() {
    return steps.size();
  }

  /**
   * A step.
   *
   * @param at the true time
   * @param actor who acted
   * @param what was done, in a few words
   */
  public record Step(Instant at, String actor, String what) {
    @Override
    public String toString() {
      return at + " " + actor + ": " + what;
    }
  }
}
