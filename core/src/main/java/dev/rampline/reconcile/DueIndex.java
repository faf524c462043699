package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.List;

/** The index of records with a scheduled due check. Implementations are thread-safe. */
public interface DueIndex {
  /**
   * Returns the due subjects, the longest overdue first. The number per call is limited; a subject
   * that was just postponed may still be included.
   *
   * @throws LedgerUnavailableException if the store is unavailable, throttles, or does not respond
   *     before the deadline
   */
  List<Subject> findDue(Instant now, Deadline deadline);
}
