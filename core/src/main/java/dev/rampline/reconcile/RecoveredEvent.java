package dev.rampline.reconcile;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ingest.IngestResult;
import java.util.Objects;

/**
 * An event that only the API delivered.
 *
 * @param subject the subject
 * @param state the record's state after the event
 * @param result the result of processing it
 */
public record RecoveredEvent(Subject subject, State state, IngestResult result) {
  public RecoveredEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(result, "result");
  }

  /** Returns what the event changed, such as {@code state-changed}. */
  public String decision() {
    return result.decision().text();
  }
}
