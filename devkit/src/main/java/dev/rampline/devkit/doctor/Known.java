package dev.rampline.devkit.doctor;

import java.util.List;

/** What is known without a look. */
record Known(String name, Finding finding) implements Check {
  /** It cannot be looked at in this installation, or is no part of it. */
  static Known skipped(String name, String why) {
    return new Known(name, new Finding.Skipped(why));
  }

  @Override
  public List<Finding> look() {
    return List.of(finding);
  }
}
