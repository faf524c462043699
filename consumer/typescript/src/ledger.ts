import type { Change } from "./follower.js";
import type { Conflict } from "./states.js";

/** The current state of a subject in the ledger. */
export class RecordSnapshot {
  readonly subject: string;
  readonly state: string;
  /** The version, which is the `sequence` of its message. */
  readonly version: number;
  readonly conflict: Conflict | null;
  /** When the provider's API confirmed the state; null before, and while a conflict is open. */
  readonly confirmedAt: Date | null;
  /**
   * For KYC, whether the time of an event or the provider's API supports the state; always true for
   * orders.
   */
  readonly confirmed: boolean;
  /** The trust level of the event that created this version. */
  readonly trust: string;
  readonly updatedAt: Date;

  constructor(fields: Pick<RecordSnapshot, Field>) {
    this.subject = fields.subject;
    this.state = fields.state;
    this.version = fields.version;
    this.conflict = fields.conflict;
    this.confirmedAt = fields.confirmedAt;
    this.confirmed = fields.confirmed;
    this.trust = fields.trust;
    this.updatedAt = fields.updatedAt;
  }

  /** Returns whether there is a conflict that the provider's API has not resolved. */
  hasOpenConflict(): boolean {
    return this.conflict !== null && this.conflict.resolvedState === null;
  }

  /**
   * Returns whether the ledger has an older version than the change. Every version is in the ledger
   * before its message is sent, so this is another ledger or one restored from a backup.
   */
  isBehind(change: Pick<Change, "sequence">): boolean {
    return this.version < change.sequence;
  }

  /**
   * Returns whether a change is still current: the subject has the same state, without an open
   * conflict, at the change's version or a later one.
   */
  isConsistentWith(change: Pick<Change, "subject" | "state" | "sequence">): boolean {
    return (
      this.subject === change.subject &&
      this.state === change.state &&
      !this.isBehind(change) &&
      !this.hasOpenConflict()
    );
  }
}

type Field = Exclude<keyof RecordSnapshot, "hasOpenConflict" | "isBehind" | "isConsistentWith">;

/**
 * What the ledger knows about a subject.
 *
 * - `found`: it has a record of the subject.
 * - `erased`: the subject was erased permanently. No later message about it arrives, and its state
 *   can no longer be read. Erase your own data about it too.
 * - `unknown`: it has never heard of the subject. If a message about it has arrived, this is another
 *   ledger, or one restored from a backup.
 */
export type LedgerResult =
  | { readonly kind: "found"; readonly snapshot: RecordSnapshot }
  | { readonly kind: "erased"; readonly erasedAt: Date }
  | { readonly kind: "unknown" };

/** An item of the table is not a ledger record that this version can read. */
export class UnreadableSnapshotError extends Error {
  override readonly name = "UnreadableSnapshotError";
}
