package dev.rampline.testkit.check;

import dev.rampline.testkit.check.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects violations. */
final class Violations {
  private final List<Violation> all = new ArrayList<>();

  void add(Kind kind, String subject, String text) {
    all.add(new Violation(kind, subject, text));
  }

  void expect(boolean holds, Kind kind, String subject, String text) {
    if (!holds) {
      add(kind, subject, text);
    }
  }

  List<Violation> all() {
    return List.copyOf(all);
  }
}
