package dev.rampline.ledger;

import dev.rampline.observation.State;
import java.util.Objects;

/**
 * A final state that was told.
 *
 * @param state completed, failed, cancelled or expired
 * @param signed whether a signed word told it, and not the API alone (which cannot say expired)
 */
public record FinalState(State state, boolean signed) {
  /**
   * @throws IllegalArgumentException if the state is not final
   */
  public FinalState {
    Objects.requireNonNull(state, "state");
    if (!state.isFinal()) {
      throw new IllegalArgumentException("Not a final state: " + state);
    }
  }
}
