package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reported terminal states of an order.
 *
 * @param reported terminal states in the order in which they were recorded, each once
 * @param refunded whether a refund was reported; a refund never conflicts
 * @param conflict the conflict between them; null if there is none
 */
public record TerminalStates(
    List<TerminalState> reported, boolean refunded, @Nullable TerminalStateConflict conflict) {
  /** No terminal state was reported. */
  public static final TerminalStates NONE = new TerminalStates(List.of(), false, null);

  public TerminalStates {
    reported = List.copyOf(reported);
  }

  /**
   * Returns the distinct terminal states in the order in which they were recorded; more than one is
   * a conflict.
   */
  public List<State> conflictingStates() {
    return reported.stream()
        .map(terminalState -> effectiveState(terminalState.state()))
        .distinct()
        .toList();
  }

  /**
   * Returns the meaning of a reported terminal state. Failed or cancelled means expired if only the
   * API reported it and a signed event reported expired: the API cannot report expired ({@code
   * docs/architecture.md#conflicts}).
   */
  public State effectiveState(State state) {
    boolean isAmbiguous = state == State.FAILED || state == State.CANCELLED;
    return isAmbiguous
            && isFetchedOnly(state)
            && reported.contains(new TerminalState(State.EXPIRED, true))
        ? State.EXPIRED
        : state;
  }

  /** Returns whether that terminal state was reported. */
  public boolean reported(State state) {
    return reported.stream().anyMatch(terminalState -> terminalState.state() == state);
  }

  /** Returns refunded if a refund was reported, else the prevailing terminal state. */
  public Optional<State> state() {
    return refunded ? Optional.of(State.REFUNDED) : prevailingState();
  }

  /**
   * Returns the prevailing terminal state regardless of refunds: the resolved one, else the first
   * of the conflict, else the only one.
   */
  public Optional<State> prevailingState() {
    if (conflict == null) {
      return conflictingStates().stream().findFirst();
    }
    return Optional.ofNullable(conflict.resolvedState())
        .or(() -> conflict.terminalStates().stream().findFirst());
  }

  /** Returns whether there is an unresolved conflict. */
  public boolean hasOpenConflict() {
    return conflict != null && conflict.isOpen();
  }

  private boolean isFetchedOnly(State state) {
    return reported.contains(new TerminalState(state, false));
  }
}
