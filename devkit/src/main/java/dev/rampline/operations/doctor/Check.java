package dev.rampline.operations.doctor;

import java.util.List;

/** One thing to look at. A fault of AWS goes through: it is a finding too. */
interface Check {
  /** What is looked at, in a few words. */
  String name();

  /** Looks; there is at least one finding. */
  List<CheckFinding> run() throws InterruptedException;
}
