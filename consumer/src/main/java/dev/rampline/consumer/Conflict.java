package dev.rampline.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terminal states of an order that contradict each other, or one (or a verdict on KYC) that the
 * provider's API contradicts.
 *
 * @param terminalStates the contradictory states, or the one that the API contradicts
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
