package dev.rampline.ledger;

import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reported terminal state.
 *
 * @param state completed, failed, cancelled or expired
 * @param signed whether a signed event reported it; false if only the API did, which cannot report
 *     expired
 * @param confirmedAt when the API first reported it in the response to a lookup; null if it has not
 */
public record TerminalState(State state, boolean signed, @Nullable Instant confirmedAt) {
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
