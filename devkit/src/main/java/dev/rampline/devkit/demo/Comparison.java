package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Receipt;
import dev.rampline.devkit.emulator.Story;
import dev.rampline.devkit.emulator.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds ledger and queue against what the stories say is true. */
final class Comparison {
  private final List<String> lost = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> believed = new ArrayList<>();
  private final MessageChecks messages = new MessageChecks();
  private int right;

  private Comparison() {}

  static Findings of(List<Story> stories, List<Receipt> receipts, Outcome outcome) {
    Comparison comparison = new Comparison();
    stories.forEach(story -> comparison.checkRecord(story, outcome.rows()));
    comparison.checkStrangers(stories, outcome.rows());
    comparison.messages.check(outcome);
    receipts.forEach(comparison::checkAnswers);
    comparison.searchForgeries(outcome);
    return comparison.findings();
  }

  private Findings findings() {
    lost.addAll(messages.lost());
    wrong.addAll(messages.wrong());
    return new Findings(right, lost, messages.doubled(), wrong, believed);
  }

  private void checkRecord(Story story, Map<String, LedgerRow> rows) {
    Truth truth = story.truth();
    @Nullable LedgerRow row = rows.get(truth.subject());
    if (row == null) {
      lost.add(truth.subject() + ": no record (" + story.kind() + ")");
      return;
    }
    List<String> differences = Differences.between(truth, row);
    differences.forEach(it -> wrong.add(truth.subject() + " (" + story.kind() + "): " + it));
    right += differences.isEmpty() ? 1 : 0;
  }

  private void checkStrangers(List<Story> stories, Map<String, LedgerRow> rows) {
    Set<String> known =
        stories.stream().map(story -> story.truth().subject()).collect(Collectors.toSet());
    rows.keySet().stream()
        .filter(subject -> !known.contains(subject))
        .forEach(subject -> wrong.add(subject + ": nobody told of it"));
  }

  private void checkAnswers(Receipt receipt) {
    if (receipt.genuine() && !receipt.accepted()) {
      lost.add(receipt.subject() + ": never answered 200, but " + receipt.answers());
    }
    if (!receipt.genuine() && receipt.accepted()) {
      believed.add(receipt.subject() + ": a forgery was answered 200");
    }
  }

  private void searchForgeries(Outcome outcome) {
    String mark = Campaign.forgeryMark();
    outcome.rows().values().stream()
        .filter(row -> row.raw().contains(mark))
        .forEach(row -> believed.add(row.subject() + ": a forgery stands in the ledger"));
    outcome.messages().stream()
        .filter(message -> message.raw().contains(mark))
        .forEach(message -> believed.add(message.id() + ": a forgery was sent"));
  }
}
