package dev.rampline.operations.doctor;

import java.util.List;

/** A check with a fixed result. */
record FixedResult(String name, CheckFinding finding) implements Check {
  /** Returns a skipped check: the installation does not have or does not support it. */
  static FixedResult skipped(String name, String reason) {
    return new FixedResult(name, new CheckFinding.Skipped(reason));
  }

  @Override
  public List<CheckFinding> run() {
    return List.of(finding);
  }
}
