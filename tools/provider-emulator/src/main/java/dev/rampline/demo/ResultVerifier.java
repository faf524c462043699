package dev.rampline.demo;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.WebhookDeliveryResult;
import dev.rampline.testkit.check.EndToEndChecker;
import dev.rampline.testkit.check.ExpectedSubject;
import dev.rampline.testkit.check.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares ledger, queue and answers with the scenarios. */
final class ResultVerifier {
  private final EmulationPlan plan;
  private final Snapshot outcome;
  private final Map<String, String> kinds = new HashMap<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> duplicated = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> acceptedForgeries = new ArrayList<>();

  private ResultVerifier(EmulationPlan plan, Snapshot outcome) {
    this.plan = plan;
    this.outcome = outcome;
    plan.scenarios().forEach(scenario -> kinds.put(scenario.expected().subject(), scenario.kind()));
  }

  static DemoFindings of(
      EmulationPlan plan, List<WebhookDeliveryResult> receipts, Snapshot outcome) {
    ResultVerifier verifier = new ResultVerifier(plan, outcome);
    List<Violation> violations = verifier.violations();
    violations.forEach(verifier::add);
    verifier.checkUnexpectedSubjects();
    receipts.forEach(verifier::checkAnswers);
    return verifier.findings(violations);
  }

  private List<Violation> violations() {
    EndToEndChecker checker = new EndToEndChecker(outcome.messages());
    checker.checkRecords(outcome.rows().values(), false);
    for (EmulatedScenario scenario : plan.scenarios()) {
      ExpectedSubject expected = scenario.expectedWithout(plan.droppedEvents());
      checker.checkEvents(expected, Set.of());
      checker.checkReconciled(expected);
    }
    checker.checkUnreported(
        outcome.rows().values(), subject -> !plan.unverifiedOnlySubjects().contains(subject));
    checker.checkForgeryMark(outcome.rows().values(), EmulationPlan.forgeryMark());
    return checker.violations();
  }

  private void add(Violation violation) {
    String kind = kinds.get(violation.subject());
    String text =
        violation.subject() + (kind == null ? "" : " (" + kind + ")") + ": " + violation.text();
    switch (violation.kind()) {
      case EVENT_LOST, MESSAGE_LOST, NOT_RECONCILED -> lost.add(text);
      case MESSAGE_DUPLICATED -> duplicated.add(text);
      case STATE_WRONG, MESSAGE_WRONG -> wrong.add(text);
      case FORGERY_ACCEPTED -> acceptedForgeries.add(text);
    }
  }

  private DemoFindings findings(List<Violation> violations) {
    long incorrect =
        violations.stream().map(Violation::subject).filter(kinds::containsKey).distinct().count();
    int correct = kinds.size() - (int) incorrect;
    return new DemoFindings(correct, lost, duplicated, wrong, acceptedForgeries);
  }

  private void checkUnexpectedSubjects() {
    outcome.rows().keySet().stream()
        .filter(subject -> !kinds.containsKey(subject))
        .filter(subject -> !plan.unverifiedOnlySubjects().contains(subject))
        .forEach(subject -> wrong.add(subject + ": unexpected record"));
  }

  private void checkAnswers(WebhookDeliveryResult receipt) {
    if (receipt.genuine() && !receipt.isAccepted()) {
      lost.add(receipt.subject() + ": never answered 200, but " + receipt.answers());
    }
    if (!receipt.genuine() && receipt.isAccepted()) {
      acceptedForgeries.add(receipt.subject() + ": forgery answered 200");
    }
  }
}
