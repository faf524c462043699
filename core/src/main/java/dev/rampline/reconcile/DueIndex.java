package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.List;

/** Knows which records want a look. Implementations are thread-safe. */
public interface DueIndex {
  /**
   * The subjects whose time to be looked at has come, those that wait longest first. Only so many
   * come at once; what was just postponed may still be among them.
   *
   * @throws LedgerUnavailableException if the store is down, throttled, or silent until the
   *     deadline
   */
  List<Subject> findDue(Instant now, Deadline deadline);
}
