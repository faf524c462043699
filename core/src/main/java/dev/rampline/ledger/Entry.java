package dev.rampline.ledger;

import dev.rampline.event.Subject;
import java.util.UUID;

/** A subject's entry in the ledger: its record or its tombstone. */
public sealed interface Entry permits LedgerRecord, Tombstone {

  /** Returns the subject. */
  Subject subject();

  /** Returns the revision number, version and write ids. */
  Revision revision();

  /** Returns the version that consumers see; 1 is the first. */
  default long version() {
    return revision().version();
  }

  /** Returns whether this write id is among the recent writes of this entry. */
  default boolean hasWriteId(UUID writeId) {
    return revision().writeIds().contains(writeId);
  }
}
