package dev.rampline.ledger;

import dev.rampline.observation.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two or more final states that contradict each other.
 *
 * @param finals the sides: the one that stands while it is open, then the others as they were told
 * @param settled the final state that the provider's API settled on; null while it is open
 * @param version at which it was opened, or settled last
 */
public record Conflict(List<State> finals, @Nullable State settled, long version) {
  public Conflict {
    finals = List.copyOf(finals);
  }

  /** Whether nobody has settled it yet. */
  public boolean isOpen() {
    return settled == null;
  }
}
