package dev.rampline.simulation.check;

/** What has to hold (design §10). */
public enum Invariant {
  /** An answered 200 survives. */
  I1,
  /** Every written version reaches the queue, and messages with one id have equal bytes. */
  I2,
  /** Nothing leaves a final state, but to refunded or by an answer that settles a conflict. */
  I3,
  /** What nobody signed leaves no trace. */
  I4,
  /** After reconciliation the ledger equals the provider, but for what its API cannot tell. */
  I5,
  /** Personal data is where it may be, and nowhere else. */
  I6,
  /** What was signed with a key that is held is not refused. */
  KEYS,
  /** What is told in a line is what was done. */
  LINES,
  /** No process ends but by a fault that was put in. */
  LIVES
}
