package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two or more contradicting terminal states.
 *
 * @param terminalStates the prevailing state while the conflict is open, then the others in the
 *     order in which they were reported
 * @param resolvedState the terminal state that the provider's API confirmed; null while the
 *     conflict is open
 * @param version the version at which the conflict was opened or last resolved
 */
public record TerminalStateConflict(
    List<State> terminalStates, @Nullable State resolvedState, long version) {
  public TerminalStateConflict {
    terminalStates = List.copyOf(terminalStates);
  }

  /** Returns whether the conflict is not resolved yet. */
  public boolean isOpen() {
    return resolvedState == null;
  }
}
