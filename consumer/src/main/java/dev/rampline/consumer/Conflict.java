package dev.rampline.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Final states of an order that contradict each other.
 *
 * @param finals the sides, at least two
 * @param settled the one that the provider's API settled on; null while the conflict is open
 */
public record Conflict(List<String> finals, @Nullable String settled) {
  public Conflict {
    finals = List.copyOf(finals);
  }

  /** Whether nobody knows yet how the order ended. */
  public boolean isOpen() {
    return settled == null;
  }
}
