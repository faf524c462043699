package dev.rampline.operations.recovery;

/** Whoever started a run: hears how far it is, and may end it. */
public interface RunListener {
  /** Hears how far it is, often. */
  void onProgress(RecoverySummary tally);

  /** Whether the run is to end before its next step. */
  boolean isStopRequested();
}
