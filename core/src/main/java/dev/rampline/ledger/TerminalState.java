package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.Objects;

/**
 * A final state that was told.
 *
 * @param state completed, failed, cancelled or expired
 * @param signed whether a signed word told it, and not the API alone (which cannot say expired)
 */
public record TerminalState(State state, boolean signed) {
  /**
   * @throws IllegalArgumentException if the state is not final
   */
  public TerminalState {
    Objects.requireNonNull(state, "state");
    if (!state.isTerminal()) {
      throw new IllegalArgumentException("Not a final state: " + state);
    }
  }
}
