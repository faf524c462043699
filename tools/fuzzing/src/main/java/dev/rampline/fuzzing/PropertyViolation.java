package dev.rampline.fuzzing;

/** Reports that a fuzzed property does not hold. */
final class PropertyViolation extends AssertionError {
  private PropertyViolation(String property) {
    super(property);
  }

  /** Throws a violation unless the property holds. */
  static void throwUnless(boolean holds, String property) {
    if (!holds) {
      throw new PropertyViolation("Property violated: " + property);
    }
  }
}
