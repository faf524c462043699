package dev.rampline.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terminal states of an order that contradict each other.
 *
 * @param terminalStates the contradictory states, at least two
 * @param resolvedState the state that the provider's API reports; null while the conflict is open
 */
public record Conflict(List<String> terminalStates, @Nullable String resolvedState) {
  public Conflict {
    terminalStates = List.copyOf(terminalStates);
  }

  /** Returns whether the provider's API has not resolved the conflict yet. */
  public boolean isOpen() {
    return resolvedState == null;
  }
}
