package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.Objects;

/**
 * A reported terminal state.
 *
 * @param state completed, failed, cancelled or expired
 * @param signed whether a signed event reported it; false if only the API did, which cannot report
 *     expired
 */
public record TerminalState(State state, boolean signed) {
  /**
   * @throws IllegalArgumentException if the state is not terminal
   */
  public TerminalState {
    Objects.requireNonNull(state, "state");
    if (!state.isTerminal()) {
      throw new IllegalArgumentException("Not a terminal state: " + state);
    }
  }
}
