package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Observation;
import dev.rampline.observation.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record is a join: it comes to the same, however its words arrive. */
final class JoinProperties {
  private JoinProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
            "any order and multiplicity of an order's words comes to what the oracle says",
            Hearing.of(Words.onOrder()),
            JoinProperties::comesToTheSame),
        Property.of(
            "any order and multiplicity of an order's ends comes to what the oracle says",
            Hearing.of(Words.onEnds()),
            JoinProperties::comesToTheSame),
        Property.of(
            "any order and multiplicity of timed KYC words comes to what the oracle says",
            Hearing.of(Words.onCustomerInTime()),
            JoinProperties::comesToTheSame),
        Property.of(
            "an order's own words again make no version",
            Hearing.of(Words.onOrder()),
            JoinProperties::ownWordsAreNoNews),
        Property.of(
            "a customer's own timed words again make no version",
            Hearing.of(Words.onCustomerInTime()),
            JoinProperties::ownWordsAreNoNews),
        Property.of(
            "a word on an order told twice running makes no second version",
            Steps.onOrder(),
            (rules, steps) -> repetitionIsNoNews(new History(rules, Words.ORDER), steps)),
        Property.of(
            "a word on a customer told twice running makes no second version",
            Steps.onCustomer(),
            (rules, steps) -> repetitionIsNoNews(new History(rules, Words.CUSTOMER), steps)));
  }

  private static void comesToTheSame(Rules rules, Hearing hearing) {
    Outcome told = Outcome.of(History.of(rules, hearing.said()).record());
    Outcome heard = Outcome.of(History.of(rules, hearing.heard()).record());
    assertThat(heard).isEqualTo(told);
    assertThat(heard).isEqualTo(Outcome.of(new SlowOracle(hearing.said())));
  }

  private static void ownWordsAreNoNews(Rules rules, Hearing hearing) {
    History history = History.of(rules, hearing.said());
    for (Observation word : hearing.heard()) {
      assertNoVersion(history.take(new Step.Say(word)));
    }
  }

  private static void repetitionIsNoNews(History history, List<Step> steps) {
    for (Step step : steps) {
      long version = history.version();
      history.take(step);
      assertNoVersion(history.take(again(step, Math.toIntExact(history.version() - version))));
    }
  }

  /** The same answer to the same question, which is by now so many versions older. */
  private static Step again(Step step, int versionsSince) {
    return step instanceof Step.Read(Observation word, int ago)
        ? new Step.Read(word, ago + versionsSince)
        : step;
  }

  private static void assertNoVersion(Change change) {
    assertThat(change.decision().makesVersion()).as("news in %s", change).isFalse();
  }

  /** What of a record does not depend on the order of arrival. */
  private record Outcome(
      Map<String, String> details,
      Set<String> unknownNames,
      Set<State> finals,
      Set<State> contradiction,
      Optional<State> state) {

    static Outcome of(LedgerRecord record) {
      Conflict conflict = record.finals().conflict();
      boolean undecided = conflict != null && !record.finals().refunded();
      return new Outcome(
          Map.copyOf(record.facts().plain()),
          Set.copyOf(record.facts().unknownNames()),
          record.finals().told().stream().map(FinalState::state).collect(Collectors.toSet()),
          openSides(conflict),
          undecided ? Optional.empty() : Optional.of(record.state()));
    }

    static Outcome of(SlowOracle oracle) {
      return new Outcome(
          Map.copyOf(oracle.details()),
          oracle.unknownNames(),
          oracle.finals(),
          oracle.sides().size() > 1 ? oracle.sides() : Set.of(),
          oracle.state());
    }

    private static Set<State> openSides(@Nullable Conflict conflict) {
      return conflict != null && conflict.isOpen() ? Set.copyOf(conflict.finals()) : Set.of();
    }
  }
}
