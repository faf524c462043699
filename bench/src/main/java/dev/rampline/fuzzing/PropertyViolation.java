package dev.rampline.fuzzing;

/** A property that did not hold. */
final class PropertyViolation extends AssertionError {
  private PropertyViolation(String property) {
    super(property);
  }

  /** Throws one unless the property holds. */
  static void throwUnless(boolean holds, String property) {
    if (!holds) {
      throw new PropertyViolation("Does not hold: " + property);
    }
  }
}
