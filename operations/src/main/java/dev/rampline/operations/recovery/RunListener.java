package dev.rampline.operations.recovery;

/** Gets the progress of a run and can stop it. */
public interface RunListener {
  /** Called after each step of the run. */
  void onProgress(RecoverySummary summary);

  /** Whether the run must stop before its next step. */
  boolean isStopRequested();
}
