package dev.rampline.emulator;

import java.util.List;
import java.util.Set;

/**
 * All that one seed makes the emulator do: what is true, and what it does about it.
 *
 * @param scenarios with their truths
 * @param actions in the order in which they are begun
 * @param droppedEvents the words that no webhook ever tells
 * @param unverifiedOnlySubjects subjects that the socket alone tells of: nothing of it may be
 *     believed
 */
public record EmulationPlan(
    List<EmulatedScenario> scenarios,
    List<EmulatorAction> actions,
    Set<EmulatedEvent> droppedEvents,
    Set<String> unverifiedOnlySubjects) {
  public EmulationPlan {
    scenarios = List.copyOf(scenarios);
    actions = List.copyOf(actions);
    droppedEvents = Set.copyOf(droppedEvents);
    unverifiedOnlySubjects = Set.copyOf(unverifiedOnlySubjects);
  }

  /** Plans it; the same seed, keys and faults plan the same. */
  public static EmulationPlan generate(
      int orders, long seed, ProviderKeys keys, ChannelFaults faults) {
    List<EmulatedScenario> stories =
        new ScenarioGenerator(new EmulatorRandom(seed)).generate(orders);
    return new EmulationPlanner(keys, faults, new EmulatorRandom(seed + 1)).createPlan(stories);
  }

  /** Whether webhooks were dropped that tell of it. */
  public boolean hasDroppedEvents(EmulatedScenario story) {
    return story.events().stream().anyMatch(droppedEvents::contains);
  }

  /** How many postings there are to be. */
  public long webhookCount() {
    return actions.stream()
        .mapToLong(
            act ->
                act instanceof EmulatorAction.SendWebhooks(OrderedBatch lane)
                    ? lane.webhookCount()
                    : 0)
        .sum();
  }

  /** What stands in every forged payload and in no genuine one. */
  public static String forgeryMark() {
    return ForgeryGenerator.MARK;
  }
}
