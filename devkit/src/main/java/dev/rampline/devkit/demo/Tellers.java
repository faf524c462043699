package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Story;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who told of the state in which each subject stands.
 *
 * @param first how many each channel told first; the socket only claims
 * @param repaired of the subjects that webhooks were dropped of, how many the API put right: asked
 *     since the socket claimed something ({@code socket}), or without that ({@code api})
 */
public record Tellers(Map<String, Long> first, Map<String, Long> repaired) {
  public Tellers {
    first = new TreeMap<>(first);
    repaired = new TreeMap<>(repaired);
  }

  static Tellers of(Campaign campaign, Outcome outcome) {
    Map<String, List<QueuedMessage>> sent =
        outcome.messages().stream()
            .sorted(Comparator.comparingLong(QueuedMessage::version))
            .collect(Collectors.groupingBy(QueuedMessage::subject));
    return new Tellers(
        counted(campaign.stories(), story -> account(story, sent, outcome), Account::first),
        counted(
            campaign.stories().stream().filter(campaign::isRobbed).toList(),
            story -> account(story, sent, outcome),
            Account::repairer));
  }

  private static Optional<Account> account(
      Story story, Map<String, List<QueuedMessage>> sent, Outcome outcome) {
    String subject = story.truth().subject();
    return Optional.ofNullable(outcome.rows().get(subject))
        .map(row -> new Account(row.state(), sent.getOrDefault(subject, List.of())));
  }

  private static Map<String, Long> counted(
      Collection<Story> stories,
      Function<Story, Optional<Account>> account,
      Function<Account, Optional<String>> channel) {
    return stories.stream()
        .flatMap(story -> account.apply(story).flatMap(channel).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
