package dev.rampline.simulation.check;

/** The invariants that the simulation checks ({@code docs/architecture.md#how-it-is-tested}). */
public enum Invariant {
  /** An event that is answered with 200 is never lost. */
  I1,
  /** Every written version reaches the queue, and messages with one id have equal bytes. */
  I2,
  /** An order leaves a terminal state only for refunded, or when the API settles a conflict. */
  I3,
  /** Unsigned input has no effect. */
  I4,
  /**
   * After reconciliation the ledger equals the provider, except for what its API does not report.
   */
  I5,
  /** Personal data is only in the permitted stores. */
  I6,
  /** An event signed with a held key is not rejected. */
  KEYS,
  /** Log entries match the writes. */
  LOG_ENTRIES,
  /** A process stops only because of an injected fault. */
  PROCESSES
}
