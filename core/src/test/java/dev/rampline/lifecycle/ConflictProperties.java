package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Change.ByWord;
import dev.rampline.observation.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends that contradict each other: when that is told, and what settles it. */
final class ConflictProperties {
  private ConflictProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "two different ends are a conflict that was reported and stands open",
            Hearing.of(Words.onEnds()),
            ConflictProperties::stands),
        Property.ofWords(
            "every new side of a conflict is reported as one",
            Steps.onEnds(),
            Words.ORDER,
            ConflictProperties::isReported),
        Property.ofWords(
            "a reading asked for at or after a conflict settles it",
            Steps.onEnds(),
            Words.ORDER,
            ConflictProperties::isSettled),
        Property.ofWords(
            "nothing but such a reading settles a conflict",
            Steps.onEnds(),
            Words.ORDER,
            ConflictProperties::isLeftAlone),
        Property.ofWords(
            "a signed end that nobody told before opens a settled conflict again",
            Steps.onEnds(),
            Words.ORDER,
            ConflictProperties::isReopened));
  }

  private static void stands(Rules rules, Hearing hearing) {
    History history = History.of(rules, hearing.heard());
    Conflict conflict = conflict(history.record());
    if (new SlowOracle(hearing.said()).sides().size() > 1) {
      assertThat(conflict).isNotNull().returns(true, Conflict::isOpen);
      assertThat(history.changes())
          .extracting(Change::decision)
          .hasAtLeastOneElementOfType(Decision.Conflict.class);
    } else {
      assertThat(conflict).isNull();
    }
  }

  private static void isReported(ByWord told) {
    if (!sides(told.before()).containsAll(sides(told.after()))) {
      assertThat(told.decision()).as("%s", told).isInstanceOf(Decision.Conflict.class);
    }
  }

  private static void isSettled(ByWord told) {
    LedgerRecord after = told.after();
    if (told.answersConflict() && after != null) {
      State settled = settled(conflict(after));
      assertThat(settled).as("%s", told).isIn(told.state(), State.EXPIRED);
      assertThat(after.state()).as("%s", told).isIn(settled, State.REFUNDED);
    }
  }

  private static void isLeftAlone(ByWord told) {
    State settled = settled(conflict(told.before()));
    State after = settled(conflict(told.after()));
    if (!told.answersConflict() && !isRefundAnswered(told) && !told.refines(settled, after)) {
      assertThat(after).as("%s", told).isIn(settled, null);
    }
  }

  /** A reading of a refund may settle what stood beside it. */
  private static boolean isRefundAnswered(ByWord told) {
    return told.state() == State.REFUNDED && told.answers(1);
  }

  private static void isReopened(ByWord told) {
    LedgerRecord before = told.before();
    State settled = settled(conflict(before));
    if (before != null && settled != null && told.isSigned() && isNewEnd(told, before)) {
      assertThat(conflict(told.after())).as("%s", told).isNotNull().returns(true, Conflict::isOpen);
    }
  }

  /** Expired is left out: it may be what the API meant when it settled. */
  private static boolean isNewEnd(ByWord told, LedgerRecord before) {
    return told.state().isFinal()
        && told.state() != State.EXPIRED
        && before.finals().told().stream().map(FinalState::state).noneMatch(told.state()::equals);
  }

  private static List<State> sides(@Nullable LedgerRecord record) {
    Conflict conflict = conflict(record);
    return conflict == null ? List.of() : conflict.finals();
  }

  private static @Nullable Conflict conflict(@Nullable LedgerRecord record) {
    return record == null ? null : record.finals().conflict();
  }

  private static @Nullable State settled(@Nullable Conflict conflict) {
    return conflict == null ? null : conflict.settled();
  }
}
