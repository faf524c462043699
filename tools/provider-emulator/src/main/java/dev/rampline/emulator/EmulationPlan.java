package dev.rampline.emulator;

import java.util.List;
import java.util.Set;

/**
 * The plan that a seed determines: the expected states and the emulator's actions.
 *
 * @param scenarios the scenarios with their expected states
 * @param actions the actions in order of their start
 * @param droppedEvents the events whose webhooks are dropped
 * @param unverifiedOnlySubjects the subjects that only the socket reports; their state must stay
 *     unknown
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

  /** Creates the plan; equal seed, keys and faults give an equal plan. */
  public static EmulationPlan generate(
      int orders, long seed, ProviderKeys keys, ChannelFaults faults) {
    List<EmulatedScenario> scenarios =
        new ScenarioGenerator(new EmulatorRandom(seed)).generate(orders);
    return new EmulationPlanner(keys, faults, new EmulatorRandom(seed + 1)).createPlan(scenarios);
  }

  /** Whether webhooks of that scenario are dropped. */
  public boolean hasDroppedEvents(EmulatedScenario scenario) {
    return scenario.events().stream().anyMatch(droppedEvents::contains);
  }

  /** The number of webhooks to send. */
  public long webhookCount() {
    return actions.stream()
        .mapToLong(
            action ->
                action instanceof EmulatorAction.SendWebhooks(OrderedBatch batch)
                    ? batch.webhookCount()
                    : 0)
        .sum();
  }

  /** The mark in every forged payload; no genuine payload contains it. */
  public static String forgeryMark() {
    return ForgeryGenerator.MARK;
  }
}
