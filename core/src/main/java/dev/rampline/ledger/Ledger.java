package dev.rampline.ledger;

import dev.rampline.observation.Subject;
import dev.rampline.time.Deadline;
import java.util.Optional;

/**
 * Keeps the current record of every subject. Implementations are thread-safe, and each method is
 * one call to the store.
 */
public interface Ledger {
  /**
   * The record of a subject, if there is one.
   *
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline
   * @throws UnreadableRecordException if what is kept cannot be read by this version of the code
   */
  Optional<LedgerRecord> read(Subject subject, Consistency consistency, Deadline deadline);

  /**
   * Puts a record in the place of the revision before it, whole or not at all. {@code next} has the
   * revision number 1 for a subject that has no record yet, else one more than the record that it
   * replaces.
   *
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline; the record may have been written all the same
   * @throws UnreadableRecordException if another revision stands there that this version of the
   *     code cannot read
   */
  WriteResult write(LedgerRecord next, Deadline deadline);

  /** How fresh a read is. */
  enum Consistency {
    /** Perhaps an older copy; cheap. */
    EVENTUAL,
    /** What the last finished write left. */
    STRONG
  }

  /** What became of a write. */
  sealed interface WriteResult {
    /** The record stands. */
    record Written() implements WriteResult {}

    /** Another revision stands there; nothing was changed. It may be one's own earlier try. */
    record Superseded(LedgerRecord current) implements WriteResult {}
  }
}
