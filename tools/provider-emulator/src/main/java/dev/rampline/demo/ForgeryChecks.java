package dev.rampline.demo;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Searches ledger and queue for forged and unverified data that was accepted. */
final class ForgeryChecks {
  private static final String UNKNOWN = "unknown";
  private static final Set<String> TERMINAL_STATES =
      Set.of("completed", "failed", "cancelled", "expired", "refunded");

  private final EmulationPlan plan;
  private final Snapshot outcome;
  private final Map<String, ExpectedRecord> expected = new HashMap<>();

  private ForgeryChecks(EmulationPlan plan, Snapshot outcome) {
    this.plan = plan;
    this.outcome = outcome;
    for (EmulatedScenario scenario : plan.scenarios()) {
      expected.put(
          scenario.expected().subject(), ExpectedRecord.of(scenario, plan.droppedEvents()));
    }
  }

  static List<String> acceptedForgeries(EmulationPlan plan, Snapshot outcome) {
    ForgeryChecks checks = new ForgeryChecks(plan, outcome);
    return Stream.of(
            checks.containingForgeryMark(),
            checks.changedByUnverifiedEvents(),
            checks.unexpectedTerminalStates())
        .flatMap(forgery -> forgery)
        .toList();
  }

  /** Finds the mark that only forgeries contain. */
  private Stream<String> containingForgeryMark() {
    String mark = EmulationPlan.forgeryMark();
    return Stream.concat(
        outcome.rows().values().stream()
            .filter(row -> row.raw().contains(mark))
            .map(row -> row.subject() + ": the ledger contains a forgery"),
        outcome.messages().stream()
            .filter(message -> message.raw().contains(mark))
            .map(message -> message.id() + ": a forgery was sent"));
  }

  /** Finds a known state of a subject that only the socket reported. */
  private Stream<String> changedByUnverifiedEvents() {
    return outcome.rows().values().stream()
        .filter(row -> plan.unverifiedOnlySubjects().contains(row.subject()))
        .filter(row -> !row.state().equals(UNKNOWN) || !row.terminalStates().isEmpty())
        .map(row -> row.subject() + ": " + row.state() + ", reported by the socket alone");
  }

  /** Finds a terminal state that neither a webhook nor the API reported. */
  private Stream<String> unexpectedTerminalStates() {
    return outcome.messages().stream()
        .filter(message -> expected.containsKey(message.subject()))
        .filter(message -> TERMINAL_STATES.contains(message.state()))
        .filter(message -> !allowedTerminalStates(message.subject()).contains(message.state()))
        .map(message -> message.id() + ": " + message.state() + ", which no channel reported");
  }

  private Set<String> allowedTerminalStates(String subject) {
    Set<String> ends = new HashSet<>();
    ExpectedRecord expectation = expected.get(subject);
    if (expectation != null) {
      ends.addAll(expectation.terminalStates());
      ends.add(expectation.expected().state());
    }
    return ends;
  }
}
