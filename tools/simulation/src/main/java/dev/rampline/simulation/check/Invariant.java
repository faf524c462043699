package dev.rampline.simulation.check;

/** The invariants that the simulation checks ({@code docs/architecture.md#how-it-is-tested}). */
public enum Invariant {
  /** An event that is answered with 200 is never lost. */
  I1,
  /** Every written version reaches the queue, and messages with one id have equal bytes. */
  I2,
  /** An order leaves a terminal state only for refunded, or when the API resolves a conflict. */
  I3,
  /** Unsigned input has no effect. */
  I4,
  /**
   * After reconciliation the ledger equals the provider, except for what its API does not report.
   */
  I5,
  /** Personal data is only in the permitted stores. */
  I6,
  /**
   * Every accepted event ends where its payload says, and no state says more than the provider
   * reported.
   */
  I7,
  /** The records of a customer's ids agree once an event has named these together. */
  I8,
  /** The time of a record's last write never goes back and is not older than the write. */
  I9,
  /** An event signed with a held key is not rejected. */
  KEYS,
  /** Log entries match the writes. */
  LOG_ENTRIES,
  /** A process stops only because of an injected fault. */
  PROCESSES
}
