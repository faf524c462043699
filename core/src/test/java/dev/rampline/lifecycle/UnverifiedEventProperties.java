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

/** Unverified events are stored, sent and resolved, but never accepted. */
final class UnverifiedEventProperties {
  private UnverifiedEventProperties() {}

  static List<Property> all() {
    return Stream.of(
            List.of(
                Property.ofVerifiedEvents(
                    "an unverified event is removed when it is confirmed or answered, not earlier",
                    LifecycleSteps.onOrder(),
                    EventGenerators.ORDER,
                    UnverifiedEventProperties::isRemovedWhenAnswered)),
            among("all events", LifecycleSteps.onOrder()),
            among("unverified events", LifecycleSteps.unverifiedOnly()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Property> among(String others, Gen<List<LifecycleStep>> sequences) {
    return List.of(
        ofUnverifiedEvents(
            "an unverified event among " + others + " changes no state",
            sequences,
            UnverifiedEventProperties::changesNothing),
        ofUnverifiedEvents(
            "unverified events among " + others + " are limited",
            sequences,
            UnverifiedEventProperties::isLimited),
        ofUnverifiedEvents(
            "an unverified event among " + others + " is stored if new",
            sequences,
            UnverifiedEventProperties::isKept));
  }

  private static Property ofUnverifiedEvents(
      String sentence, Gen<List<LifecycleStep>> sequences, Consumer<ByUnverifiedEvent> holds) {
    return Property.of(
        sentence,
        sequences,
        (rules, steps) ->
            RecordHistory.of(rules, EventGenerators.ORDER, steps)
                .unverifiedChanges()
                .forEach(holds));
  }

  private static void changesNothing(ByUnverifiedEvent change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (after != null) {
      assertThat(after.currentStatus())
          .isEqualTo(before == null ? OrderStatus.NONE : before.currentStatus());
      assertThat(after.terminalStates())
          .isEqualTo(before == null ? TerminalStates.NONE : before.terminalStates());
      assertThat(after.fields().values())
          .isEqualTo(before == null ? Map.of() : before.fields().values());
    }
  }

  private static void isLimited(ByUnverifiedEvent change) {
    assertThat(states(unverifiedEvents(change.after())))
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(PendingChecks.MAX_UNVERIFIED_EVENTS);
    assertThat(change.decision())
        .isInstanceOfAny(Decision.Unverified.class, Decision.Duplicate.class, Decision.Stale.class);
  }

  /** A full record keeps no more, and {@code unknown} is no news. */
  private static void isKept(ByUnverifiedEvent change) {
    State state = change.event().state();
    List<State> recorded = states(unverifiedEvents(change.before()));
    if (recorded.size() < PendingChecks.MAX_UNVERIFIED_EVENTS && state != State.UNKNOWN) {
      boolean expected = !recorded.contains(state) && isNew(state, change.before());
      assertThat(change.decision() instanceof Decision.Unverified)
          .as("%s", change)
          .isEqualTo(expected);
    }
  }

  private static boolean isNew(State state, @Nullable LedgerRecord before) {
    if (before == null) {
      return true;
    }
    return state != before.state()
        && before.terminalStates().reported().stream()
            .map(TerminalState::state)
            .noneMatch(state::equals)
        && state.rank() >= before.state().rank();
  }

  private static void isRemovedWhenAnswered(ByVerifiedEvent change) {
    List<PendingUnverifiedEvent> after = unverifiedEvents(change.after());
    for (PendingUnverifiedEvent unverifiedEvent : unverifiedEvents(change.before())) {
      boolean answered =
          reports(change, unverifiedEvent.state()) || change.answers(unverifiedEvent.version());
      assertThat(after.contains(unverifiedEvent))
          .as("%s after %s", unverifiedEvent, change)
          .isEqualTo(!answered);
    }
  }

  private static boolean reports(ByVerifiedEvent change, State state) {
    return change.state() == state || change.event().status().stateAlongsideRefund() == state;
  }

  private static List<PendingUnverifiedEvent> unverifiedEvents(@Nullable LedgerRecord record) {
    return record == null ? List.of() : record.pendingChecks().unverifiedEvents();
  }

  private static List<State> states(List<PendingUnverifiedEvent> events) {
    return events.stream().map(PendingUnverifiedEvent::state).toList();
  }
}
