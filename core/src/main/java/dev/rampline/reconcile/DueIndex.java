package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** The index of records with a scheduled due check. Implementations are thread-safe. */
public interface DueIndex {
  /**
   * Returns all due subjects in pages: first those with an open conflict, then the others; in each
   * page the longest overdue first. Each page is read from the store when it is needed, and may be
   * empty. A subject that was just postponed may still be included.
   *
   * <p>The iterator throws {@link dev.rampline.ledger.LedgerUnavailableException} if the store is
   * unavailable, throttles, or does not respond before the deadline.
   */
  Iterator<List<Subject>> findDue(Instant now, Deadline deadline);

  /**
   * Postpones the check of a record that this version of the code cannot read, unless the record
   * changes meanwhile.
   *
   * @throws dev.rampline.ledger.LedgerUnavailableException if the store is unavailable, throttles,
   *     or does not respond before the deadline
   */
  void postponeUnreadable(Subject subject, Instant nextCheckAt, Deadline deadline);
}
