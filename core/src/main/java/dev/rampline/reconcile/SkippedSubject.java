package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import java.util.Objects;

/**
 * A subject that a run could not check.
 *
 * @param fault the failed lookup, or why the record is unreadable
 */
public record SkippedSubject(Subject subject, RuntimeException fault) {
  public SkippedSubject {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(fault, "fault");
  }
}
