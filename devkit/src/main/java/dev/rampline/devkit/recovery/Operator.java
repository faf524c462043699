package dev.rampline.devkit.recovery;

/** Whoever started a run: hears how far it is, and may end it. */
public interface Operator {
  /** Hears how far it is, often. */
  void hear(Tally tally);

  /** Whether the run is to end before its next step. */
  boolean hasEnough();
}
