package dev.rampline.ledger;

import dev.rampline.event.State;
import java.time.Instant;
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
    return switch (reported.size()) {
      case 0 -> List.of();
      case 1 -> List.of(reported.getFirst().state());
      default ->
          reported.stream()
              .map(terminalState -> effectiveState(terminalState.state()))
              .distinct()
              .toList();
    };
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
            && reported.stream().anyMatch(it -> it.state() == State.EXPIRED && it.signed())
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
      return first(conflictingStates());
    }
    return Optional.ofNullable(conflict.resolvedState()).or(() -> first(conflict.terminalStates()));
  }

  /** Returns whether there is an unresolved conflict. */
  public boolean hasOpenConflict() {
    return conflict != null && conflict.isOpen();
  }

  /** Returns whether a refund is all that was reported of the order's end. */
  public boolean isRefundAlone() {
    return refunded && reported.isEmpty();
  }

  /**
   * Returns whether the provider's API can still confirm or contradict the terminal state, also one
   * behind a refund, or a refund alone.
   */
  public boolean isUnconfirmed() {
    return state().isPresent()
        && (hasOpenConflict() || prevailingState().flatMap(this::confirmedAt).isEmpty());
  }

  /**
   * Returns when the provider's API confirmed the current state; null if it has not, cannot (a
   * refund), or the state is contested.
   */
  public @Nullable Instant confirmedAt() {
    return refunded || hasOpenConflict()
        ? null
        : prevailingState().flatMap(this::confirmedAt).orElse(null);
  }

  /** Returns when the provider's API first reported that state in the response to a lookup. */
  public Optional<Instant> confirmedAt(State state) {
    Instant first = null;
    for (TerminalState terminalState : reported) {
      Instant confirmedAt = terminalState.confirmedAt();
      if (confirmedAt != null
          && effectiveState(terminalState.state()) == state
          && (first == null || confirmedAt.isBefore(first))) {
        first = confirmedAt;
      }
    }
    return Optional.ofNullable(first);
  }

  /**
   * Returns whether there is an open conflict with the provider's API, or one on KYC, where the
   * API's state prevails at once.
   */
  public boolean isContradictedByProvider() {
    return conflict != null
        && (conflict.isOpen()
            ? conflict.providerState() != null
                || conflict.terminalStates().stream()
                    .anyMatch(state -> confirmedAt(state).isPresent())
            : reported.isEmpty());
  }

  private static Optional<State> first(List<State> states) {
    return states.isEmpty() ? Optional.empty() : Optional.of(states.getFirst());
  }

  private boolean isFetchedOnly(State state) {
    return reported.stream().anyMatch(it -> it.state() == state && !it.signed());
  }
}
