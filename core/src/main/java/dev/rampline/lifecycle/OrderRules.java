package dev.rampline.lifecycle;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.OrderStatus;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state transition rules of orders: the state moves by rank to a terminal state, which no event
 * leaves ({@code docs/architecture.md#orders}).
 */
final class OrderRules {
  private static final Comparator<OrderStatus> BY_PROGRESS =
      Comparator.<OrderStatus>comparingInt(status -> status.state().rank())
          .thenComparing(OrderStatus::occurredAt, FieldPrecedence.BY_TIME)
          .thenComparing(status -> status.state().text());

  private OrderRules() {}

  /**
   * Returns the terminal states after the event. A conflict that the event opens or resolves gets
   * {@code version}.
   */
  static TerminalStates terminalStates(TerminalStates before, VerifiedEvent event, long version) {
    List<TerminalState> reported =
        event
            .status()
            .terminalState()
            .map(terminal -> merge(before.reported(), terminal, isSigned(event.metadata())))
            .orElse(before.reported());
    boolean refunded = before.refunded() || event.status().state() == State.REFUNDED;
    TerminalStates after = new TerminalStates(reported, refunded, null);
    return new TerminalStates(reported, refunded, conflict(before, after, event, version));
  }

  /**
   * Returns the state of the highest rank that is not terminal. It is not updated once there is a
   * terminal state.
   */
  static OrderStatus currentStatus(
      OrderStatus before, TerminalStates terminalStates, VerifiedEvent event) {
    State state = event.status().state();
    if (state == State.UNKNOWN || terminalStates.state().isPresent()) {
      return before;
    }
    FieldPrecedence precedence = FieldMergeRules.precedence(event);
    OrderStatus candidate = new OrderStatus(state, precedence);
    return BY_PROGRESS.compare(candidate, before) > 0 ? candidate : before;
  }

  private static boolean isSigned(EventMetadata metadata) {
    return metadata.trust() == TrustLevel.SIGNED;
  }

  private static List<TerminalState> merge(
      List<TerminalState> reported, State state, boolean signed) {
    List<TerminalState> merged = new ArrayList<>(reported);
    for (int index = 0; index < merged.size(); index++) {
      TerminalState terminal = merged.get(index);
      if (terminal.state() == state) {
        merged.set(index, new TerminalState(state, terminal.signed() || signed));
        return merged;
      }
    }
    merged.add(new TerminalState(state, signed));
    return merged;
  }

  private static @Nullable TerminalStateConflict conflict(
      TerminalStates before, TerminalStates after, VerifiedEvent event, long version) {
    if (after.conflictingStates().size() < 2) {
      return null;
    }
    TerminalStateConflict existing = before.conflict();
    if (existing == null) {
      return openConflict(before, after, version);
    }
    TerminalStateConflict updated = withEffectiveStates(existing, after);
    Optional<State> resolved = resolution(after, event, existing);
    if (resolved.isPresent()) {
      return resolved.get() == updated.resolvedState()
          ? updated
          : new TerminalStateConflict(updated.terminalStates(), resolved.get(), version);
    }
    return isNewSide(after, existing) ? openConflict(before, after, version) : updated;
  }

  /**
   * Puts the prevailing state first: it remains until the conflict is resolved ({@code
   * docs/architecture.md#conflicts}).
   */
  private static TerminalStateConflict openConflict(
      TerminalStates before, TerminalStates after, long version) {
    Set<State> states = new LinkedHashSet<>();
    before.prevailingState().map(after::effectiveState).ifPresent(states::add);
    states.addAll(after.conflictingStates());
    return new TerminalStateConflict(List.copyOf(states), null, version);
  }

  /** Returns the conflict with the present meaning of its states. */
  private static TerminalStateConflict withEffectiveStates(
      TerminalStateConflict existing, TerminalStates after) {
    Set<State> states = new LinkedHashSet<>();
    existing.terminalStates().forEach(state -> states.add(after.effectiveState(state)));
    states.addAll(after.conflictingStates());
    State resolved = existing.resolvedState();
    return new TerminalStateConflict(
        List.copyOf(states),
        resolved == null ? null : after.effectiveState(resolved),
        existing.version());
  }

  /**
   * Returns the terminal state of the API response if the request was made after the conflict was
   * opened.
   */
  private static Optional<State> resolution(
      TerminalStates after, VerifiedEvent event, TerminalStateConflict conflict) {
    return event.metadata().isRequestedAtOrAfter(conflict.version())
        ? event.status().terminalState().map(state -> after.effectiveState(state))
        : Optional.empty();
  }

  private static boolean isNewSide(TerminalStates after, TerminalStateConflict existing) {
    List<State> known = existing.terminalStates().stream().map(after::effectiveState).toList();
    return !known.containsAll(after.conflictingStates());
  }
}
