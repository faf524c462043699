package dev.rampline.simulation.check;

import java.util.ArrayList;
import java.util.List;

/** What did not hold. It is only noted: who is told of it in mid-call would answer for it. */
public final class InvariantViolations {
  private final List<InvariantViolation> all = new ArrayList<>();

  /** Notes that an invariant does not hold. */
  public void add(Invariant invariant, String subject, String what) {
    all.add(new InvariantViolation(invariant, subject, what));
  }

  /** Notes it, unless that is so. */
  public void expect(boolean holds, Invariant invariant, String subject, String what) {
    if (!holds) {
      add(invariant, subject, what);
    }
  }

  /** All that did not hold, the first first. */
  public List<InvariantViolation> all() {
    return List.copyOf(all);
  }

  /**
   * What did not hold.
   *
   * @param invariant which
   * @param subject of whom
   * @param what was found
   */
  public record InvariantViolation(Invariant invariant, String subject, String what) {
    @Override
    public String toString() {
      return invariant + " " + subject + ": " + what;
    }
  }
}
