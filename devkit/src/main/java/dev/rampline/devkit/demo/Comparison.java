package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Receipt;
import dev.rampline.devkit.emulator.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds ledger and queue against what the stories say is true. */
final class Comparison {
  private final Campaign campaign;
  private final Outcome outcome;
  private final List<String> lost = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> believed = new ArrayList<>();
  private int right;

  private Comparison(Campaign campaign, Outcome outcome) {
    this.campaign = campaign;
    this.outcome = outcome;
  }

  static Findings of(Campaign campaign, List<Receipt> receipts, Outcome outcome) {
    Comparison comparison = new Comparison(campaign, outcome);
    campaign.stories().forEach(comparison::checkRecord);
    comparison.checkStrangers();
    receipts.forEach(comparison::checkAnswers);
    comparison.believed.addAll(Lies.believed(campaign, outcome));
    return comparison.findings(MessageChecks.of(outcome));
  }

  private Findings findings(MessageChecks messages) {
    lost.addAll(messages.lost());
    wrong.addAll(messages.wrong());
    return new Findings(right, lost, messages.doubled(), wrong, believed);
  }

  private void checkRecord(Story story) {
    Expectation expected = Expectation.of(story, campaign.dropped());
    String name = story.truth().subject() + " (" + story.kind() + "): ";
    @Nullable LedgerRow row = outcome.rows().get(story.truth().subject());
    if (row == null) {
      lost.add(name + "no record");
      return;
    }
    if (expected.isFinal() && row.isOpen()) {
      lost.add(name + "its end " + story.truth().state() + ", it stands at " + row.state());
    }
    List<String> differences = Differences.between(expected, row);
    differences.forEach(it -> wrong.add(name + it));
    right += differences.isEmpty() ? 1 : 0;
  }

  private void checkStrangers() {
    Set<String> known =
        campaign.stories().stream()
            .map(story -> story.truth().subject())
            .collect(Collectors.toSet());
    outcome.rows().keySet().stream()
        .filter(subject -> !known.contains(subject) && !campaign.hearsay().contains(subject))
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
}
