package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import java.util.ArrayList;
import java.util.List;

/** Collects warnings and failures. */
final class FindingCollector {
  private final List<CheckFinding> collected = new ArrayList<>();

  void failUnless(boolean condition, String message, String remedy) {
    if (!condition) {
      collected.add(new Failed(message, remedy));
    }
  }

  void warnUnless(boolean condition, String message, String remedy) {
    if (!condition) {
      collected.add(new Warning(message, remedy));
    }
  }

  /** Returns the findings, or a passed finding with this message if there are none. */
  List<CheckFinding> orPassed(String message) {
    return collected.isEmpty() ? List.of(new Passed(message)) : List.copyOf(collected);
  }
}
