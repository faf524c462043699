package dev.rampline.ledger;

import dev.rampline.event.Subject;
import dev.rampline.time.Deadline;
import java.util.Optional;

/**
 * Keeps the current record of every subject, or its tombstone. Implementations are thread-safe, and
 * each method is one call to the store.
 */
public interface Ledger {
  /**
   * What is kept of a subject, if anything is.
   *
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline
   * @throws UnreadableRecordException if what is kept cannot be read by this version of the code
   */
  Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline);

  /**
   * Puts an entry in the place of the revision before it, whole or not at all. {@code next} has the
   * revision number 1 for a subject that has none yet, else one more than the entry that it
   * replaces.
   *
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline; the record may have been written all the same
   * @throws UnreadableRecordException if another revision stands there that this version of the
   *     code cannot read
   */
  WriteResult write(Entry next, Deadline deadline);

  /** How fresh a read is. */
  enum Consistency {
    /** Perhaps an older copy; cheap. */
    EVENTUAL,
    /** What the last finished write left. */
    STRONG
  }

  /** What became of a write. */
  sealed interface WriteResult {
    /** The entry stands. */
    record Written() implements WriteResult {}

    /** Another revision stands there; nothing was changed. It may be one's own earlier try. */
    record Superseded(Entry current) implements WriteResult {}
  }
}
