package dev.rampline.ledger;

import dev.rampline.event.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two or more contradicting terminal states, or one that contradicts the provider's API.
 *
 * @param terminalStates the prevailing state while the conflict is open, then the others in the
 *     order in which they were reported; of KYC, the current state and the contradicted verdicts; a
 *     refund only if the API does not know an order of which nothing else was reported
 * @param providerState the state that the API reported instead when the conflict was opened,
 *     unknown if it does not know the subject; null if terminal states contradict each other
 * @param resolvedState the terminal state that the provider's API confirmed; null while the
 *     conflict is open
 * @param version the version at which the conflict was opened or last resolved
 * @param openedAt when the event was received that opened the conflict; null in records of older
 *     code
 */
public record TerminalStateConflict(
    List<State> terminalStates,
    @Nullable State providerState,
    @Nullable State resolvedState,
    long version,
    @Nullable Instant openedAt) {
  public TerminalStateConflict {
    terminalStates = List.copyOf(terminalStates);
  }

  /** Returns whether the conflict is not resolved yet. */
  public boolean isOpen() {
    return resolvedState == null;
  }
}
