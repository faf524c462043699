package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends that contradict each other: when that is told, and what settles it. */
final class ConflictProperties {
  private ConflictProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "two different ends are a conflict that was reported and stands open",
            DeliverySequence.of(EventGenerators.onEnds()),
            ConflictProperties::stands),
        Property.ofWords(
            "every new side of a conflict is reported as one",
            LifecycleSteps.onEnds(),
            EventGenerators.ORDER,
            ConflictProperties::isReported),
        Property.ofWords(
            "a reading asked for at or after a conflict settles it",
            LifecycleSteps.onEnds(),
            EventGenerators.ORDER,
            ConflictProperties::isSettled),
        Property.ofWords(
            "nothing but such a reading settles a conflict",
            LifecycleSteps.onEnds(),
            EventGenerators.ORDER,
            ConflictProperties::isLeftAlone),
        Property.ofWords(
            "a signed end that nobody told before opens a settled conflict again",
            LifecycleSteps.onEnds(),
            EventGenerators.ORDER,
            ConflictProperties::isReopened));
  }

  private static void stands(LifecycleRules rules, DeliverySequence hearing) {
    RecordHistory history = RecordHistory.of(rules, hearing.delivered());
    TerminalStateConflict conflict = conflict(history.record());
    if (new ReferenceModel(hearing.sent()).sides().size() > 1) {
      assertThat(conflict).isNotNull().returns(true, TerminalStateConflict::isOpen);
      assertThat(history.changes())
          .extracting(RecordChange::decision)
          .hasAtLeastOneElementOfType(Decision.Conflict.class);
    } else {
      assertThat(conflict).isNull();
    }
  }

  private static void isReported(ByVerifiedEvent told) {
    if (!sides(told.before()).containsAll(sides(told.after()))) {
      assertThat(told.decision()).as("%s", told).isInstanceOf(Decision.Conflict.class);
    }
  }

  private static void isSettled(ByVerifiedEvent told) {
    LedgerRecord after = told.after();
    if (told.answersConflict() && after != null) {
      State settled = settled(conflict(after));
      assertThat(settled).as("%s", told).isIn(told.state(), State.EXPIRED);
      assertThat(after.state()).as("%s", told).isIn(settled, State.REFUNDED);
    }
  }

  private static void isLeftAlone(ByVerifiedEvent told) {
    State settled = settled(conflict(told.before()));
    State after = settled(conflict(told.after()));
    if (!told.answersConflict() && !isRefundAnswered(told) && !told.isRefinement(settled, after)) {
      assertThat(after).as("%s", told).isIn(settled, null);
    }
  }

  /** A reading of a refund may settle what stood beside it. */
  private static boolean isRefundAnswered(ByVerifiedEvent told) {
    return told.state() == State.REFUNDED && told.answers(1);
  }

  private static void isReopened(ByVerifiedEvent told) {
    LedgerRecord before = told.before();
    State settled = settled(conflict(before));
    if (before != null && settled != null && told.isSigned() && isNewEnd(told, before)) {
      assertThat(conflict(told.after()))
          .as("%s", told)
          .isNotNull()
          .returns(true, TerminalStateConflict::isOpen);
    }
  }

  /** Expired is left out: it may be what the API meant when it settled. */
  private static boolean isNewEnd(ByVerifiedEvent told, LedgerRecord before) {
    return told.state().isTerminal()
        && told.state() != State.EXPIRED
        && before.terminalStates().reported().stream()
            .map(TerminalState::state)
            .noneMatch(told.state()::equals);
  }

  private static List<State> sides(@Nullable LedgerRecord record) {
    TerminalStateConflict conflict = conflict(record);
    return conflict == null ? List.of() : conflict.terminalStates();
  }

  private static @Nullable TerminalStateConflict conflict(@Nullable LedgerRecord record) {
    return record == null ? null : record.terminalStates().conflict();
  }

  private static @Nullable State settled(@Nullable TerminalStateConflict conflict) {
    return conflict == null ? null : conflict.resolvedState();
  }
}
