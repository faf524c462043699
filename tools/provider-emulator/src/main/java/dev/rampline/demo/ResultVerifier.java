package dev.rampline.demo;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.WebhookDeliveryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares ledger and queue with the expected states of the scenarios. */
final class ResultVerifier {
  private final EmulationPlan plan;
  private final Snapshot outcome;
  private final List<String> lost = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> acceptedForgeries = new ArrayList<>();
  private int correct;

  private ResultVerifier(EmulationPlan plan, Snapshot outcome) {
    this.plan = plan;
    this.outcome = outcome;
  }

  static DemoFindings of(
      EmulationPlan plan, List<WebhookDeliveryResult> receipts, Snapshot outcome) {
    ResultVerifier comparison = new ResultVerifier(plan, outcome);
    plan.scenarios().forEach(comparison::checkRecord);
    comparison.checkUnexpectedSubjects();
    receipts.forEach(comparison::checkAnswers);
    comparison.acceptedForgeries.addAll(ForgeryChecks.acceptedForgeries(plan, outcome));
    return comparison.findings(MessageChecks.of(outcome));
  }

  private DemoFindings findings(MessageChecks messages) {
    lost.addAll(messages.lost());
    wrong.addAll(messages.wrong());
    return new DemoFindings(correct, lost, messages.duplicates(), wrong, acceptedForgeries);
  }

  private void checkRecord(EmulatedScenario scenario) {
    ExpectedRecord expected = ExpectedRecord.of(scenario, plan.droppedEvents());
    String name = scenario.expected().subject() + " (" + scenario.kind() + "): ";
    @Nullable LedgerRow row = outcome.rows().get(scenario.expected().subject());
    if (row == null) {
      lost.add(name + "no record");
      return;
    }
    if (expected.isTerminal() && row.isOpen()) {
      lost.add(
          name + "expected " + scenario.expected().state() + ", but the state is " + row.state());
    }
    List<String> differences = RecordDifferences.between(expected, row);
    differences.forEach(it -> wrong.add(name + it));
    correct += differences.isEmpty() ? 1 : 0;
  }

  private void checkUnexpectedSubjects() {
    Set<String> known =
        plan.scenarios().stream()
            .map(scenario -> scenario.expected().subject())
            .collect(Collectors.toSet());
    outcome.rows().keySet().stream()
        .filter(
            subject -> !known.contains(subject) && !plan.unverifiedOnlySubjects().contains(subject))
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
