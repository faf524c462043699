package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.Transition;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** Properties of confirmed and contradicted states ({@code docs/architecture.md#confirmation}). */
final class ConfirmationProperties {
  private static final Duration GRACE_PERIOD = Duration.ofMinutes(15);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private ConfirmationProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "a state is confirmed if and only if a lookup reported it",
            LifecycleSteps.onTerminalStates(),
            (rules, steps) ->
                isConfirmedByLookups(RecordHistory.of(rules, EventGenerators.ORDER, steps))),
        Property.of(
            "the time of a confirmation does not depend on the order of arrival",
            DeliverySequence.of(withLookups()),
            ConfirmationProperties::isJoined),
        Property.of(
            "a lookup contradicts an unconfirmed state after the grace period, and nothing else does",
            LifecycleSteps.onOrder(),
            (rules, steps) ->
                slowly(rules, steps).changes().forEach(ConfirmationProperties::deny)));
  }

  private static void isConfirmedByLookups(RecordHistory history) {
    if (history.version() == 0) {
      return;
    }
    LedgerRecord record = history.record();
    State state = record.state();
    Instant confirmedAt = record.content().confirmedAt();
    List<ByVerifiedEvent> lookups =
        history.verifiedChanges().stream().filter(change -> change.answers(0)).toList();
    boolean isContested =
        record.terminalStates().refunded() || record.terminalStates().hasOpenConflict();
    if (confirmedAt != null) {
      assertThat(isContested).isFalse();
      assertThat(lookups)
          .anyMatch(
              lookup -> lookup.receivedAt().equals(confirmedAt) && hasReported(lookup, state));
    }
    if (!isContested && lookups.stream().anyMatch(lookup -> lookup.state() == state)) {
      assertThat(confirmedAt).isNotNull();
    }
  }

  /** The API reports an expired order as failed or cancelled. */
  private static boolean hasReported(ByVerifiedEvent lookup, State state) {
    Set<State> states =
        state == State.EXPIRED
            ? Set.of(State.EXPIRED, State.FAILED, State.CANCELLED)
            : Set.of(state);
    return lookup.event().status().terminalState().filter(states::contains).isPresent();
  }

  private static Gen<VerifiedEvent> withLookups() {
    Gen<VerifiedEvent> events = EventGenerators.onTerminalStates();
    return in -> {
      VerifiedEvent event = events.generate(in);
      Instant receivedAt = NOON.plusSeconds(EventGenerators.oneIn(2, in) ? 1 : 2);
      return EventGenerators.oneIn(2, in)
          ? RecordEditor.with(event, EventMetadata.ofLookup(receivedAt, 0, false))
          : RecordEditor.with(event, EventMetadata.ofWebhook(receivedAt, null));
    };
  }

  private static void isJoined(LifecycleRules rules, DeliverySequence sequence) {
    assertThat(reported(rules, sequence.delivered())).isEqualTo(reported(rules, sequence.sent()));
  }

  private static Set<TerminalState> reported(LifecycleRules rules, List<VerifiedEvent> events) {
    LedgerRecord record = null;
    for (VerifiedEvent event : events) {
      record = rules.decide(record, event).nextRecord().orElse(record);
    }
    return record == null ? Set.of() : Set.copyOf(record.terminalStates().reported());
  }

  private static RecordHistory slowly(LifecycleRules rules, List<LifecycleStep> steps) {
    RecordHistory history = new RecordHistory(rules, EventGenerators.ORDER);
    for (LifecycleStep step : steps) {
      history.apply(step);
      history.pause(STEP);
    }
    return history;
  }

  private static void deny(RecordChange change) {
    LedgerRecord before = change.before();
    boolean isNew = providerState(before) == null && providerState(change.after()) != null;
    assertThat(isNew).as("%s", change).isEqualTo(before != null && isDenied(before, change));
  }

  /** An earlier state says nothing of a refund alone. */
  private static boolean isDenied(LedgerRecord before, RecordChange change) {
    TerminalStates states = before.terminalStates();
    TerminalStateConflict conflict = states.conflict();
    boolean isUndecided =
        !states.reported().isEmpty()
            && states.reported().stream().allMatch(state -> state.confirmedAt() == null)
            && providerState(before) == null;
    return isUndecided
        && change instanceof ByVerifiedEvent lookup
        && lookup.answers(
            Math.max(ended(before).version(), conflict == null ? 0 : conflict.version()))
        && lookup.state() != State.UNKNOWN
        && !lookup.state().isClosed()
        && !change.receivedAt().isBefore(ended(before).receivedAt().plus(GRACE_PERIOD));
  }

  private static Transition ended(LedgerRecord record) {
    return record.transitions().stream()
        .filter(transition -> transition.state().isClosed())
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable State providerState(@Nullable LedgerRecord record) {
    TerminalStateConflict conflict = record == null ? null : record.terminalStates().conflict();
    return conflict == null ? null : conflict.providerState();
  }
}
