package dev.rampline.lifecycle;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldPrecedence;
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

/** How the state of an order grows: by rank, to an end that nothing leaves (provider.md §3.6). */
final class OrderRules {
  private static final Comparator<CurrentStatus> BY_PROGRESS =
      Comparator.<CurrentStatus>comparingInt(standing -> standing.state().rank())
          .thenComparing(CurrentStatus::occurredAt, FieldPrecedence.BY_TIME)
          .thenComparing(standing -> standing.state().text());

  private OrderRules() {}

  /**
   * The ends that are told after the word; a conflict that it opens or settles makes {@code
   * version}.
   */
  static TerminalStates terminalStates(
      TerminalStates before, VerifiedEvent observation, long version) {
    List<TerminalState> told =
        observation
            .status()
            .terminalState()
            .map(end -> merge(before.reported(), end, isSigned(observation.metadata())))
            .orElse(before.reported());
    boolean refunded = before.refunded() || observation.status().state() == State.REFUNDED;
    TerminalStates after = new TerminalStates(told, refunded, null);
    return new TerminalStates(told, refunded, conflict(before, after, observation, version));
  }

  /** The greatest state that is not final; once the order has ended, it matters no more. */
  static CurrentStatus currentStatus(
      CurrentStatus before, TerminalStates finals, VerifiedEvent observation) {
    State state = observation.status().state();
    if (state == State.UNKNOWN || finals.state().isPresent()) {
      return before;
    }
    FieldPrecedence told = FieldMergeRules.precedence(observation);
    CurrentStatus candidate = new CurrentStatus(state, told, null, true, Set.of());
    return BY_PROGRESS.compare(candidate, before) > 0 ? candidate : before;
  }

  private static boolean isSigned(EventMetadata reception) {
    return reception.trust() == TrustLevel.SIGNED;
  }

  private static List<TerminalState> merge(List<TerminalState> told, State state, boolean signed) {
    List<TerminalState> joined = new ArrayList<>(told);
    for (int place = 0; place < joined.size(); place++) {
      TerminalState end = joined.get(place);
      if (end.state() == state) {
        joined.set(place, new TerminalState(state, end.signed() || signed));
        return joined;
      }
    }
    joined.add(new TerminalState(state, signed));
    return joined;
  }

  private static @Nullable TerminalStateConflict conflict(
      TerminalStates before, TerminalStates after, VerifiedEvent observation, long version) {
    if (after.conflictingStates().size() < 2) {
      return null;
    }
    TerminalStateConflict held = before.conflict();
    if (held == null) {
      return openConflict(before, after, version);
    }
    TerminalStateConflict named = withEffectiveStates(held, after);
    Optional<State> settling = resolution(after, observation, held);
    if (settling.isPresent()) {
      return settling.get() == named.resolvedState()
          ? named
          : new TerminalStateConflict(named.terminalStates(), settling.get(), version);
    }
    return isNewSide(after, held) ? openConflict(before, after, version) : named;
  }

  /** What stood until now goes first: it stands on until the conflict is settled (design I3). */
  private static TerminalStateConflict openConflict(
      TerminalStates before, TerminalStates after, long version) {
    Set<State> sides = new LinkedHashSet<>();
    before.prevailingState().map(after::effectiveState).ifPresent(sides::add);
    sides.addAll(after.conflictingStates());
    return new TerminalStateConflict(List.copyOf(sides), null, version);
  }

  /** The same conflict in terms of what its sides mean by now. */
  private static TerminalStateConflict withEffectiveStates(
      TerminalStateConflict held, TerminalStates after) {
    Set<State> sides = new LinkedHashSet<>();
    held.terminalStates().forEach(side -> sides.add(after.effectiveState(side)));
    sides.addAll(after.conflictingStates());
    State settled = held.resolvedState();
    return new TerminalStateConflict(
        List.copyOf(sides), settled == null ? null : after.effectiveState(settled), held.version());
  }

  /** The final that the API answers with, if it was asked after the conflict was told of. */
  private static Optional<State> resolution(
      TerminalStates after, VerifiedEvent observation, TerminalStateConflict conflict) {
    return observation.metadata().isRequestedAtOrAfter(conflict.version())
        ? observation.status().terminalState().map(state -> after.effectiveState(state))
        : Optional.empty();
  }

  private static boolean isNewSide(TerminalStates after, TerminalStateConflict held) {
    List<State> known = held.terminalStates().stream().map(after::effectiveState).toList();
    return !known.containsAll(after.conflictingStates());
  }
}
