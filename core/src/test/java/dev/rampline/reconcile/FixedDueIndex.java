package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** An index that still contains subjects that are no longer due. */
record FixedDueIndex(List<Subject> subjects) implements DueIndex {
  @Override
  public Iterator<List<Subject>> findDue(Instant now, Deadline deadline) {
    return List.of(subjects).iterator();
  }

  @Override
  public void postponeUnreadable(Subject subject, Instant nextCheckAt, Deadline deadline) {
    throw new UnsupportedOperationException("No record is unreadable");
  }
}
