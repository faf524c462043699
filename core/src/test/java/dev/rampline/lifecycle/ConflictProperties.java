package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of contradicting terminal states: when they are reported and how they are resolved.
 */
final class ConflictProperties {
  private ConflictProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "two different terminal states are a reported and open conflict",
            DeliverySequence.of(EventGenerators.onTerminalStates()),
            ConflictProperties::isOpen),
        Property.ofVerifiedEvents(
            "every new side of a conflict is reported as a conflict",
            LifecycleSteps.onTerminalStates(),
            EventGenerators.ORDER,
            ConflictProperties::isReported),
        Property.ofVerifiedEvents(
            "a lookup requested at or after a conflict resolves it",
            LifecycleSteps.onTerminalStates(),
            EventGenerators.ORDER,
            ConflictProperties::isResolved),
        Property.ofVerifiedEvents(
            "only such a lookup resolves a conflict",
            LifecycleSteps.onTerminalStates(),
            EventGenerators.ORDER,
            ConflictProperties::isUnchanged),
        Property.ofVerifiedEvents(
            "a new signed terminal state reopens a resolved conflict",
            LifecycleSteps.onTerminalStates(),
            EventGenerators.ORDER,
            ConflictProperties::isReopened));
  }

  private static void isOpen(LifecycleRules rules, DeliverySequence sequence) {
    RecordHistory history = RecordHistory.of(rules, sequence.delivered());
    TerminalStateConflict conflict = conflict(history.record());
    if (new ReferenceModel(sequence.sent()).sides().size() > 1) {
      assertThat(conflict).isNotNull().returns(true, TerminalStateConflict::isOpen);
      assertThat(history.changes())
          .extracting(RecordChange::decision)
          .hasAtLeastOneElementOfType(Decision.Conflict.class);
    } else {
      assertThat(conflict).isNull();
    }
  }

  private static void isReported(ByVerifiedEvent change) {
    if (!sides(change.before()).containsAll(sides(change.after()))) {
      assertThat(change.decision()).as("%s", change).isInstanceOf(Decision.Conflict.class);
    }
  }

  private static void isResolved(ByVerifiedEvent change) {
    LedgerRecord after = change.after();
    if (change.answersConflict() && after != null) {
      State resolved = resolved(conflict(after));
      assertThat(resolved).as("%s", change).isIn(change.state(), State.EXPIRED);
      assertThat(after.state()).as("%s", change).isIn(resolved, State.REFUNDED);
    }
  }

  private static void isUnchanged(ByVerifiedEvent change) {
    State resolved = resolved(conflict(change.before()));
    State after = resolved(conflict(change.after()));
    if (!change.answersConflict()
        && !isFetchedRefund(change)
        && !change.isRefinement(resolved, after)) {
      assertThat(after).as("%s", change).isIn(resolved, null);
    }
  }

  /** A lookup that returns a refund may resolve the other conflict. */
  private static boolean isFetchedRefund(ByVerifiedEvent change) {
    return change.state() == State.REFUNDED && change.answers(1);
  }

  private static void isReopened(ByVerifiedEvent change) {
    LedgerRecord before = change.before();
    State resolved = resolved(conflict(before));
    if (before != null
        && resolved != null
        && change.isSigned()
        && isNewTerminalState(change, before)) {
      assertThat(conflict(change.after()))
          .as("%s", change)
          .isNotNull()
          .returns(true, TerminalStateConflict::isOpen);
    }
  }

  /** Excludes expired, because the API may have reported it as failed or cancelled. */
  private static boolean isNewTerminalState(ByVerifiedEvent change, LedgerRecord before) {
    return change.state().isTerminal()
        && change.state() != State.EXPIRED
        && before.terminalStates().reported().stream()
            .map(TerminalState::state)
            .noneMatch(change.state()::equals);
  }

  private static List<State> sides(@Nullable LedgerRecord record) {
    TerminalStateConflict conflict = conflict(record);
    return conflict == null ? List.of() : conflict.terminalStates();
  }

  private static @Nullable TerminalStateConflict conflict(@Nullable LedgerRecord record) {
    return record == null ? null : record.terminalStates().conflict();
  }

  private static @Nullable State resolved(@Nullable TerminalStateConflict conflict) {
    return conflict == null ? null : conflict.resolvedState();
  }
}
