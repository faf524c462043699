package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record is a join: it comes to the same, however its words arrive. */
final class MergeProperties {
  private MergeProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "any order and multiplicity of an order's words comes to what the oracle says",
            DeliverySequence.of(EventGenerators.onOrder()),
            MergeProperties::comesToTheSame),
        Property.of(
            "any order and multiplicity of an order's ends comes to what the oracle says",
            DeliverySequence.of(EventGenerators.onEnds()),
            MergeProperties::comesToTheSame),
        Property.of(
            "any order and multiplicity of timed KYC words comes to what the oracle says",
            DeliverySequence.of(EventGenerators.onCustomerInTime()),
            MergeProperties::comesToTheSame),
        Property.of(
            "an order's own words again make no version",
            DeliverySequence.of(EventGenerators.onOrder()),
            MergeProperties::ownWordsAreNoNews),
        Property.of(
            "a customer's own timed words again make no version",
            DeliverySequence.of(EventGenerators.onCustomerInTime()),
            MergeProperties::ownWordsAreNoNews),
        Property.of(
            "a word on an order told twice running makes no second version",
            LifecycleSteps.onOrder(),
            (rules, steps) ->
                repetitionIsNoNews(new RecordHistory(rules, EventGenerators.ORDER), steps)),
        Property.of(
            "a word on a customer told twice running makes no second version",
            LifecycleSteps.onCustomer(),
            (rules, steps) ->
                repetitionIsNoNews(new RecordHistory(rules, EventGenerators.CUSTOMER), steps)));
  }

  private static void comesToTheSame(LifecycleRules rules, DeliverySequence hearing) {
    Outcome told = Outcome.of(RecordHistory.of(rules, hearing.sent()).record());
    Outcome heard = Outcome.of(RecordHistory.of(rules, hearing.delivered()).record());
    assertThat(heard).isEqualTo(told);
    assertThat(heard).isEqualTo(Outcome.of(new ReferenceModel(hearing.sent())));
  }

  private static void ownWordsAreNoNews(LifecycleRules rules, DeliverySequence hearing) {
    RecordHistory history = RecordHistory.of(rules, hearing.sent());
    for (VerifiedEvent word : hearing.delivered()) {
      assertNoVersion(history.apply(new LifecycleStep.Unsolicited(word)));
    }
  }

  private static void repetitionIsNoNews(RecordHistory history, List<LifecycleStep> steps) {
    for (LifecycleStep step : steps) {
      long version = history.version();
      history.apply(step);
      assertNoVersion(history.apply(again(step, Math.toIntExact(history.version() - version))));
    }
  }

  /** The same answer to the same question, which is by now so many versions older. */
  private static LifecycleStep again(LifecycleStep step, int versionsSince) {
    return step instanceof LifecycleStep.Lookup(VerifiedEvent word, int ago)
        ? new LifecycleStep.Lookup(word, ago + versionsSince)
        : step;
  }

  private static void assertNoVersion(RecordChange change) {
    assertThat(change.decision().hasNewVersion()).as("news in %s", change).isFalse();
  }

  /** What of a record does not depend on the order of arrival. */
  private record Outcome(
      Map<String, String> details,
      Set<String> unknownNames,
      Set<State> terminalStates,
      Set<State> contradiction,
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

    static Outcome of(ReferenceModel oracle) {
      return new Outcome(
          Map.copyOf(oracle.details()),
          oracle.unknownNames(),
          oracle.terminalStates(),
          oracle.sides().size() > 1 ? oracle.sides() : Set.of(),
          oracle.state());
    }

    private static Set<State> openSides(@Nullable TerminalStateConflict conflict) {
      return conflict != null && conflict.isOpen()
          ? Set.copyOf(conflict.terminalStates())
          : Set.of();
    }
  }
}
