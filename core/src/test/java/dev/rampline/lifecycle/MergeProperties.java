package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record is a join: its result does not depend on the order of events. */
final class MergeProperties {
  private MergeProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "an order's events in any sequence and number match the reference model",
            DeliverySequence.of(EventGenerators.onOrder()),
            MergeProperties::matchesTheModel),
        Property.of(
            "an order's terminal states in any sequence and number match the reference model",
            DeliverySequence.of(EventGenerators.onTerminalStates()),
            MergeProperties::matchesTheModel),
        Property.of(
            "timed KYC events in any sequence and number match the reference model",
            DeliverySequence.of(EventGenerators.onCustomerInTime()),
            MergeProperties::matchesTheModel),
        Property.of(
            "repeating all events of an order creates no version",
            DeliverySequence.of(EventGenerators.onOrder()),
            MergeProperties::repeatedEventsChangeNothing),
        Property.of(
            "repeating all timed events of a customer creates no version",
            DeliverySequence.of(EventGenerators.onCustomerInTime()),
            MergeProperties::repeatedEventsChangeNothing),
        Property.of(
            "repeating an event of an order at once creates no version",
            LifecycleSteps.onOrder(),
            (rules, steps) ->
                immediateRepetitionChangesNothing(
                    new RecordHistory(rules, EventGenerators.ORDER), steps)),
        Property.of(
            "repeating an event of a customer at once creates no version",
            LifecycleSteps.onCustomer(),
            (rules, steps) ->
                immediateRepetitionChangesNothing(
                    new RecordHistory(rules, EventGenerators.CUSTOMER), steps)));
  }

  private static void matchesTheModel(LifecycleRules rules, DeliverySequence sequence) {
    Outcome sent = Outcome.of(RecordHistory.of(rules, sequence.sent()).record());
    Outcome delivered = Outcome.of(RecordHistory.of(rules, sequence.delivered()).record());
    assertThat(delivered).isEqualTo(sent);
    assertThat(delivered).isEqualTo(Outcome.of(new ReferenceModel(sequence.sent())));
  }

  private static void repeatedEventsChangeNothing(LifecycleRules rules, DeliverySequence sequence) {
    RecordHistory history = RecordHistory.of(rules, sequence.sent());
    for (VerifiedEvent event : sequence.delivered()) {
      assertNoVersion(history.apply(new LifecycleStep.Unsolicited(event)));
    }
  }

  private static void immediateRepetitionChangesNothing(
      RecordHistory history, List<LifecycleStep> steps) {
    for (LifecycleStep step : steps) {
      long version = history.version();
      history.apply(step);
      history.pause(Duration.ofMinutes(-1));
      assertNoVersion(history.apply(again(step, Math.toIntExact(history.version() - version))));
    }
  }

  /** Returns the same response to the same request, which is older by some versions. */
  private static LifecycleStep again(LifecycleStep step, int versionsSince) {
    return step instanceof LifecycleStep.Lookup(VerifiedEvent event, int ago)
        ? new LifecycleStep.Lookup(event, ago + versionsSince)
        : step;
  }

  private static void assertNoVersion(RecordChange change) {
    assertThat(change.decision().hasNewVersion()).as("new version in %s", change).isFalse();
  }

  /** The parts of a record that do not depend on the order of arrival. */
  private record Outcome(
      Map<String, String> fields,
      Set<String> unknownNames,
      Set<State> terminalStates,
      Set<State> conflict,
      Optional<State> state) {

    static Outcome of(LedgerRecord record) {
      TerminalStateConflict conflict = record.terminalStates().conflict();
      boolean undecided = conflict != null && !record.terminalStates().refunded();
      return new Outcome(
          Map.copyOf(record.fields().plainValues()),
          Set.copyOf(record.fields().unknownNames()),
          record.terminalStates().reported().stream()
              .map(TerminalState::state)
              .collect(Collectors.toSet()),
          openSides(conflict),
          undecided ? Optional.empty() : Optional.of(record.state()));
    }

    static Outcome of(ReferenceModel model) {
      return new Outcome(
          Map.copyOf(model.fields()),
          model.unknownNames(),
          model.terminalStates(),
          model.sides().size() > 1 ? model.sides() : Set.of(),
          model.state());
    }

    private static Set<State> openSides(@Nullable TerminalStateConflict conflict) {
      return conflict != null && conflict.isOpen()
          ? Set.copyOf(conflict.terminalStates())
          : Set.of();
    }
  }
}
