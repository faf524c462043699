package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ledger with some unreadable records. */
record UnreadableRecordLedger(Ledger ledger, Set<Subject> unreadable) implements Ledger {
  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    failIfUnreadable(subject);
    return ledger.read(subject, consistency, deadline);
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    failIfUnreadable(next.subject());
    return ledger.write(next, deadline);
  }

  @Override
  public WriteResult writeAll(List<? extends Entry> next, Deadline deadline) {
    next.forEach(entry -> failIfUnreadable(entry.subject()));
    return ledger.writeAll(next, deadline);
  }

  private void failIfUnreadable(Subject subject) {
    if (unreadable.contains(subject)) {
      throw new UnreadableRecordException(new IllegalArgumentException("Injected failure"));
    }
  }
}
