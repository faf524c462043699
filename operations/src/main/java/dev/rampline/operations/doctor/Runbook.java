package dev.rampline.operations.doctor;

/** Links to the runbook. */
final class Runbook {
  private Runbook() {}

  /** Returns a remedy that links to an alarm's entry. */
  static String entry(String alarm) {
    return "see docs/runbook.md#%s.".formatted(alarm);
  }
}
