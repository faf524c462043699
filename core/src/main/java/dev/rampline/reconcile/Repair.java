package dev.rampline.reconcile;

import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.util.Objects;

/**
 * Something that only the API had told.
 *
 * @param subject whom it is about
 * @param decision what it changed, such as {@code advanced}
 * @param state in which the record stands since
 */
public record Repair(Subject subject, String decision, State state) {
  public Repair {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(state, "state");
  }
}
