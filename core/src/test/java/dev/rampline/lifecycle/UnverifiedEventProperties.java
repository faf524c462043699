package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.OrderStatus;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.lifecycle.RecordChange.ByUnverifiedEvent;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** A claim is kept, announced and answered, and believed never. */
final class UnverifiedEventProperties {
  private UnverifiedEventProperties() {}

  static List<Property> all() {
    return Stream.of(
            List.of(
                Property.ofWords(
                    "a claim leaves when it is told or answered, and not before",
                    LifecycleSteps.onOrder(),
                    EventGenerators.ORDER,
                    UnverifiedEventProperties::leavesWhenAnswered)),
            among("words", LifecycleSteps.onOrder()),
            among("unverified", LifecycleSteps.claimsOnly()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Property> among(String others, Gen<List<LifecycleStep>> lives) {
    return List.of(
        ofClaims(
            "a claim among " + others + " moves nothing",
            lives,
            UnverifiedEventProperties::movesNothing),
        ofClaims(
            "claims among " + others + " are few", lives, UnverifiedEventProperties::leavesFew),
        ofClaims(
            "a claim among " + others + " is kept if new",
            lives,
            UnverifiedEventProperties::isKept));
  }

  private static Property ofClaims(
      String sentence, Gen<List<LifecycleStep>> lives, Consumer<ByUnverifiedEvent> holds) {
    return Property.of(
        sentence,
        lives,
        (rules, steps) ->
            RecordHistory.of(rules, EventGenerators.ORDER, steps)
                .unverifiedChanges()
                .forEach(holds));
  }

  private static void movesNothing(ByUnverifiedEvent claimed) {
    LedgerRecord before = claimed.before();
    LedgerRecord after = claimed.after();
    if (after != null) {
      assertThat(after.currentStatus())
          .isEqualTo(before == null ? OrderStatus.NONE : before.currentStatus());
      assertThat(after.terminalStates())
          .isEqualTo(before == null ? TerminalStates.NONE : before.terminalStates());
      assertThat(after.fields().values())
          .isEqualTo(before == null ? Map.of() : before.fields().values());
    }
  }

  private static void leavesFew(ByUnverifiedEvent claimed) {
    assertThat(states(claims(claimed.after())))
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(PendingChecks.MAX_UNVERIFIED_EVENTS);
    assertThat(claimed.decision())
        .isInstanceOfAny(Decision.Unverified.class, Decision.Duplicate.class, Decision.Stale.class);
  }

  /** Unless as many stand as may; and unknown claims nothing. */
  private static void isKept(ByUnverifiedEvent claimed) {
    State state = claimed.event().state();
    List<State> status = states(claims(claimed.before()));
    if (status.size() < PendingChecks.MAX_UNVERIFIED_EVENTS && state != State.UNKNOWN) {
      boolean isNew = !status.contains(state) && isNews(state, claimed.before());
      assertThat(claimed.decision() instanceof Decision.Unverified)
          .as("%s", claimed)
          .isEqualTo(isNew);
    }
  }

  private static boolean isNews(State state, @Nullable LedgerRecord before) {
    if (before == null) {
      return true;
    }
    return state != before.state()
        && before.terminalStates().reported().stream()
            .map(TerminalState::state)
            .noneMatch(state::equals)
        && state.rank() >= before.state().rank();
  }

  private static void leavesWhenAnswered(ByVerifiedEvent told) {
    List<PendingUnverifiedEvent> after = claims(told.after());
    for (PendingUnverifiedEvent unverifiedEvent : claims(told.before())) {
      boolean answered =
          tells(told, unverifiedEvent.state()) || told.answers(unverifiedEvent.version());
      assertThat(after.contains(unverifiedEvent))
          .as("%s after %s", unverifiedEvent, told)
          .isEqualTo(!answered);
    }
  }

  private static boolean tells(ByVerifiedEvent told, State state) {
    return told.state() == state || told.event().status().stateAlongsideRefund() == state;
  }

  private static List<PendingUnverifiedEvent> claims(@Nullable LedgerRecord record) {
    return record == null ? List.of() : record.pendingChecks().unverifiedEvents();
  }

  private static List<State> states(List<PendingUnverifiedEvent> unverifiedEvents) {
    return unverifiedEvents.stream().map(PendingUnverifiedEvent::state).toList();
  }
}
