package dev.rampline.simulation.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects violations. It does not throw, because the code under test could catch the exception.
 */
public final class InvariantViolations {
  private final List<InvariantViolation> all = new ArrayList<>();

  /** Records that an invariant does not hold. */
  public void add(Invariant invariant, String subject, String what) {
    all.add(new InvariantViolation(invariant, subject, what));
  }

  /** Records a violation unless the condition holds. */
  public void expect(boolean holds, Invariant invariant, String subject, String what) {
    if (!holds) {
      add(invariant, subject, what);
    }
  }

  /** All violations in order. */
  public List<InvariantViolation> all() {
    return List.copyOf(all);
  }

  /**
   * A violation of an invariant.
   *
   * @param invariant the invariant
   * @param subject the subject
   * @param what the description
   */
  public record InvariantViolation(Invariant invariant, String subject, String what) {
    @Override
    public String toString() {
      return invariant + " " + subject + ": " + what;
    }
  }
}
