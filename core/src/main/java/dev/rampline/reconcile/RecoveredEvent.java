package dev.rampline.reconcile;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ingest.IngestResult;
import java.util.Objects;

/**
 * Something that only the API had told.
 *
 * @param subject whom it is about
 * @param state in which the record stands since
 * @param result what became of it
 */
public record RecoveredEvent(Subject subject, State state, IngestResult result) {
  public RecoveredEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(result, "result");
  }

  /** What it changed, such as {@code advanced}. */
  public String decision() {
    return result.decision().text();
  }
}
