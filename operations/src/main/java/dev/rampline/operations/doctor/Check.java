package dev.rampline.operations.doctor;

import java.util.List;

/** A check of an installation. It throws AWS exceptions, which become findings. */
interface Check {
  /** Names the checked component. */
  String name();

  /** Runs the check and returns at least one finding. */
  List<CheckFinding> run() throws InterruptedException;
}
