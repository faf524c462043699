package dev.rampline.ledger;

import dev.rampline.event.Subject;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * Stores the current record of every subject, or its tombstone. Implementations are thread-safe,
 * and each method is one call to the store.
 */
public interface Ledger {
  /**
   * Returns a subject's entry; empty if there is none.
   *
   * @throws LedgerUnavailableException if the store is unavailable, throttles, or does not respond
   *     before the deadline
   * @throws UnreadableRecordException if this version of the code cannot read the entry
   */
  Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline);

  /**
   * Replaces the previous revision of an entry atomically. {@code next} has the revision number 1
   * if there is no entry yet, else the number of the entry that it replaces plus one. An entry with
   * that number that another write created, in a table that was restored, is not replaced.
   *
   * @throws LedgerUnavailableException if the store is unavailable, throttles, or does not respond
   *     before the deadline, or if the entry to replace was deleted; the entry may have been
   *     written nevertheless
   * @throws UnreadableRecordException if there is another revision that this version of the code
   *     cannot read
   */
  WriteResult write(Entry next, Deadline deadline);

  /**
   * Replaces the previous revisions of several entries atomically: all of them, or none.
   *
   * @param next entries as for {@link #write}, of different subjects
   */
  default WriteResult writeAll(List<? extends Entry> next, Deadline deadline) {
    if (next.size() == 1) {
      return write(next.getFirst(), deadline);
    }
    throw new UnsupportedOperationException("This ledger writes single entries only");
  }

  /** The consistency of a read. */
  enum Consistency {
    /** Returns what this process remembers, without a call: usually nothing. */
    REMEMBERED,
    /** May return a stale entry; costs half as much. */
    EVENTUAL,
    /** Returns the result of the last completed write. */
    STRONG
  }

  /** The result of a write. */
  sealed interface WriteResult {
    /** The entry was written. */
    record Written() implements WriteResult {}

    /** There is another revision, perhaps of the caller's own earlier attempt. Nothing changed. */
    record Superseded(Entry current) implements WriteResult {}

    /** Another write of the same entries was under way. Nothing changed. */
    record Contended() implements WriteResult {}
  }
}
