package dev.rampline.operations.doctor;

import java.util.List;

/** What is known without a look. */
record FixedResult(String name, CheckFinding finding) implements Check {
  /** It cannot be looked at in this installation, or is no part of it. */
  static FixedResult skipped(String name, String why) {
    return new FixedResult(name, new CheckFinding.Skipped(why));
  }

  @Override
  public List<CheckFinding> run() {
    return List.of(finding);
  }
}
