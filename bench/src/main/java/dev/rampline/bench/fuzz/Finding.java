package dev.rampline.bench.fuzz;

/** A property that did not hold. */
final class Finding extends AssertionError {
  private Finding(String property) {
    super(property);
  }

  /** Throws one unless the property holds. */
  static void unless(boolean holds, String property) {
    if (!holds) {
      throw new Finding("Does not hold: " + property);
    }
  }
}
