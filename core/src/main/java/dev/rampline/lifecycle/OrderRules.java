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
import java.time.Instant;
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
   *
   * @param isDenial whether the event is an API response that denies the terminal state
   */
  static TerminalStates terminalStates(
      TerminalStates before, VerifiedEvent event, long version, boolean isDenial) {
    List<TerminalState> reported =
        event
            .status()
            .terminalState()
            .map(terminal -> merge(before.reported(), terminal, event.metadata()))
            .orElse(before.reported());
    boolean refunded = before.refunded() || event.status().state() == State.REFUNDED;
    if (reported.isEmpty() && !refunded && before.conflict() == null) {
      return before;
    }
    TerminalStates after = new TerminalStates(reported, refunded, null);
    TerminalStateConflict conflict =
        after.conflictingStates().size() < 2
            ? denial(before, after, event, version, isDenial)
            : conflict(before, after, event, version, isDenial);
    return new TerminalStates(reported, refunded, conflict);
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

  private static List<TerminalState> merge(
      List<TerminalState> reported, State state, EventMetadata metadata) {
    boolean signed = metadata.trust() == TrustLevel.SIGNED;
    // A row of the order list contains less than the order, so it confirms nothing.
    Instant confirmedAt = metadata.requestedAtVersion() == null ? null : metadata.receivedAt();
    List<TerminalState> merged = new ArrayList<>(reported);
    for (int index = 0; index < merged.size(); index++) {
      TerminalState known = merged.get(index);
      if (known.state() == state) {
        Instant earliest = NextCheckRules.earlier(known.confirmedAt(), confirmedAt);
        merged.set(index, new TerminalState(state, known.signed() || signed, earliest));
        return merged;
      }
    }
    merged.add(new TerminalState(state, signed, confirmedAt));
    return merged;
  }

  /**
   * Returns the conflict between the only terminal state, or a refund alone, and the provider's
   * API. It is open until the API reports a terminal state, or the order of a refund. A signed
   * refund does not end it.
   */
  private static @Nullable TerminalStateConflict denial(
      TerminalStates before,
      TerminalStates after,
      VerifiedEvent event,
      long version,
      boolean isDenial) {
    TerminalStateConflict existing = before.conflict();
    Optional<State> state = after.prevailingState().or(after::state);
    boolean isConfirmed = state.flatMap(after::confirmedAt).isPresent();
    if (existing == null) {
      return isDenial && state.isPresent() && !isConfirmed
          ? new TerminalStateConflict(
              state.stream().toList(),
              event.status().state(),
              null,
              version,
              event.metadata().receivedAt())
          : null;
    }
    if (existing.providerState() == null || (after.isRefundAlone() && isAnswer(event, existing))) {
      return null;
    }
    TerminalStateConflict updated = withEffectiveStates(existing, after);
    return existing.isOpen() && isConfirmed
        ? resolved(updated, state.orElseThrow(), version)
        : updated;
  }

  private static boolean isAnswer(VerifiedEvent event, TerminalStateConflict conflict) {
    return event.status().state() != State.UNKNOWN
        && event.metadata().isRequestedAtOrAfter(conflict.version());
  }

  private static @Nullable TerminalStateConflict conflict(
      TerminalStates before,
      TerminalStates after,
      VerifiedEvent event,
      long version,
      boolean isDenial) {
    TerminalStateConflict existing = before.conflict();
    if (existing == null) {
      return openConflict(before, after, event, version);
    }
    TerminalStateConflict updated = withEffectiveStates(existing, after);
    Optional<State> resolved = resolution(after, event, existing);
    if (resolved.isPresent()) {
      return resolved.get() == updated.resolvedState()
          ? updated
          : resolved(updated, resolved.get(), version);
    }
    if (isNewSide(after, existing)) {
      return openConflict(before, after, event, version);
    }
    return isDenial
            && isUndecided(existing, after)
            && event.metadata().isRequestedAtOrAfter(existing.version())
        ? new TerminalStateConflict(
            updated.terminalStates(), event.status().state(), null, version, updated.openedAt())
        : updated;
  }

  /** Returns whether the API has neither reported nor contradicted the states of a conflict. */
  private static boolean isUndecided(TerminalStateConflict conflict, TerminalStates after) {
    return conflict.isOpen()
        && conflict.providerState() == null
        && after.conflictingStates().stream().allMatch(state -> after.confirmedAt(state).isEmpty());
  }

  /**
   * Puts the prevailing state first: it remains until the conflict is resolved ({@code
   * docs/architecture.md#conflicts}). What the API said of an open conflict remains too.
   */
  private static TerminalStateConflict openConflict(
      TerminalStates before, TerminalStates after, VerifiedEvent event, long version) {
    Set<State> states = new LinkedHashSet<>();
    before.prevailingState().map(after::effectiveState).ifPresent(states::add);
    states.addAll(after.conflictingStates());
    TerminalStateConflict existing = before.conflict();
    List<State> all = List.copyOf(states);
    return existing != null && existing.isOpen()
        ? new TerminalStateConflict(
            all, existing.providerState(), null, version, existing.openedAt())
        : new TerminalStateConflict(all, null, null, version, event.metadata().receivedAt());
  }

  private static TerminalStateConflict resolved(
      TerminalStateConflict conflict, State state, long version) {
    return new TerminalStateConflict(
        conflict.terminalStates(), conflict.providerState(), state, version, conflict.openedAt());
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
        existing.providerState(),
        resolved == null ? null : after.effectiveState(resolved),
        existing.version(),
        existing.openedAt());
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
