package dev.rampline.operations.doctor;

/** Where it stands what to do. */
final class Runbook {
  private Runbook() {}

  /** The entry of that alarm. */
  static String entry(String alarm) {
    return "docs/runbook.md#%s says what to do.".formatted(alarm);
  }
}
