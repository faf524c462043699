package dev.rampline.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Final states of an order that contradict each other.
 *
 * @param terminalStates the sides, at least two
 * @param resolvedState the one that the provider's API settled on; null while the conflict is open
 */
public record Conflict(List<String> terminalStates, @Nullable String resolvedState) {
  public Conflict {
    terminalStates = List.copyOf(terminalStates);
  }

  /** Whether nobody knows yet how the order ended. */
  public boolean isOpen() {
    return resolvedState == null;
  }
}
