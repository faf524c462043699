package dev.rampline.devkit.doctor;

import dev.rampline.devkit.doctor.Finding.Doubtful;
import dev.rampline.devkit.doctor.Finding.Fine;
import dev.rampline.devkit.doctor.Finding.Wrong;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is not as it should be. */
final class Findings {
  private final List<Finding> gathered = new ArrayList<>();

  void wrongUnless(boolean asItShouldBe, String what, String remedy) {
    if (!asItShouldBe) {
      gathered.add(new Wrong(what, remedy));
    }
  }

  void doubtfulUnless(boolean asItShouldBe, String what, String remedy) {
    if (!asItShouldBe) {
      gathered.add(new Doubtful(what, remedy));
    }
  }

  /** All of it; if nothing is, then that. */
  List<Finding> orFine(String what) {
    return gathered.isEmpty() ? List.of(new Fine(what)) : List.copyOf(gathered);
  }
}
