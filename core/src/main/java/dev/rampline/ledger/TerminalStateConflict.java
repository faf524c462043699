package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two or more final states that contradict each other.
 *
 * @param terminalStates the sides: the one that stands while it is open, then the others as they
 *     were told
 * @param resolvedState the final state that the provider's API settled on; null while it is open
 * @param version at which it was opened, or settled last
 */
public record TerminalStateConflict(
    List<State> terminalStates, @Nullable State resolvedState, long version) {
  public TerminalStateConflict {
    terminalStates = List.copyOf(terminalStates);
  }

  /** Whether nobody has settled it yet. */
  public boolean isOpen() {
    return resolvedState == null;
  }
}
