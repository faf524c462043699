package dev.rampline.testkit.provider;

/** Where a verified payload must end ({@code docs/architecture.md#decode}). */
public enum PayloadOutcome {
  /** The record of its subject has the reported state, unless it already knows better. */
  PLACED,
  /** The record is flagged as unrecognized. The payload sets no terminal state. */
  FLAGGED,
  /** The record is flagged, and the quarantine has the payload. It sets no state. */
  WITHHELD,
  /** The quarantine has the payload, and no record changes. */
  QUARANTINED,
  /** Nothing is stored: a known event that has no subject. */
  IGNORED;

  /** Whether the quarantine must have the payload. */
  public boolean isQuarantined() {
    return this == WITHHELD || this == QUARANTINED;
  }

  /** Whether the record must be flagged. */
  public boolean isFlagged() {
    return this == FLAGGED || this == WITHHELD;
  }
}
