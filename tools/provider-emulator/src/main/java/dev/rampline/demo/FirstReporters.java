package dev.rampline.demo;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.testkit.check.ObservedMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The channel that first reported the current state of each subject.
 *
 * @param first the number of states that each channel reported first; the socket's are unverified
 * @param recovered the number of subjects with dropped webhooks that the API recovered: after an
 *     unverified socket event ({@code socket}), or without one ({@code api})
 */
public record FirstReporters(Map<String, Long> first, Map<String, Long> recovered) {
  public FirstReporters {
    first = new TreeMap<>(first);
    recovered = new TreeMap<>(recovered);
  }

  static FirstReporters of(EmulationPlan plan, Snapshot outcome) {
    Map<String, List<ObservedMessage>> sent =
        outcome.messages().stream()
            .sorted(Comparator.comparingLong(ObservedMessage::version))
            .collect(Collectors.groupingBy(ObservedMessage::subject));
    return new FirstReporters(
        countByChannel(
            plan.scenarios(),
            scenario -> history(scenario, sent, outcome),
            SubjectHistory::firstReporter),
        countByChannel(
            plan.scenarios().stream().filter(plan::hasDroppedEvents).toList(),
            scenario -> history(scenario, sent, outcome),
            SubjectHistory::recoveryChannel));
  }

  private static Optional<SubjectHistory> history(
      EmulatedScenario scenario, Map<String, List<ObservedMessage>> sent, Snapshot outcome) {
    String subject = scenario.expected().subject();
    return Optional.ofNullable(outcome.rows().get(subject))
        .map(row -> new SubjectHistory(row.state(), sent.getOrDefault(subject, List.of())));
  }

  private static Map<String, Long> countByChannel(
      Collection<EmulatedScenario> scenarios,
      Function<EmulatedScenario, Optional<SubjectHistory>> account,
      Function<SubjectHistory, Optional<String>> channel) {
    return scenarios.stream()
        .flatMap(scenario -> account.apply(scenario).flatMap(channel).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
