package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is not as it should be. */
final class FindingCollector {
  private final List<CheckFinding> collected = new ArrayList<>();

  void failUnless(boolean asItShouldBe, String what, String remedy) {
    if (!asItShouldBe) {
      collected.add(new Failed(what, remedy));
    }
  }

  void warnUnless(boolean asItShouldBe, String what, String remedy) {
    if (!asItShouldBe) {
      collected.add(new Warning(what, remedy));
    }
  }

  /** All of it; if nothing is, then that. */
  List<CheckFinding> orPassed(String what) {
    return collected.isEmpty() ? List.of(new Passed(what)) : List.copyOf(collected);
  }
}
