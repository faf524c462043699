package dev.rampline.ledger;

import dev.rampline.event.Subject;
import java.util.UUID;

/** What the ledger keeps of one subject: its record, or that it was forgotten. */
public sealed interface Entry permits LedgerRecord, Tombstone {

  /** Whom it is about. */
  Subject subject();

  /** How often it was written, and its version. */
  Revision revision();

  /** What consumers know this state of affairs by; 1 is the first. */
  default long version() {
    return revision().version();
  }

  /** Whether that ingest wrote this, or one of the writes before it that are kept. */
  default boolean hasWriteId(UUID writeId) {
    return revision().writeIds().contains(writeId);
  }
}
