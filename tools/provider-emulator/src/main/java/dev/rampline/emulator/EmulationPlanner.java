package dev.rampline.emulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns scenarios into actions: duplicates, concurrent retries, reordered and dropped events, and
 * forgeries in between.
 */
final class EmulationPlanner {
  private static final double BURST = 0.06;
  private static final double FORGERY = 0.5;

  private final WebhookBuilder webhooks;
  private final ForgeryGenerator forger;
  private final FaultRates faults;
  private final EmulatorRandom random;
  private final ActionTimeline timeline;
  private final SocketPlanner socketPlanner;
  private final Set<EmulatedEvent> droppedEvents = new HashSet<>();

  EmulationPlanner(ProviderKeys keys, ChannelFaults faults, EmulatorRandom random) {
    this.faults = faults.webhook();
    this.random = random;
    this.webhooks = new WebhookBuilder(keys, this.faults.cut(), random);
    this.forger = new ForgeryGenerator(keys, random);
    this.timeline = new ActionTimeline(random);
    this.socketPlanner = new SocketPlanner(timeline, faults.socket(), random);
  }

  EmulationPlan createPlan(List<EmulatedScenario> scenarios) {
    scenarios.forEach(this::plan);
    socketPlanner.planCuts();
    return new EmulationPlan(
        scenarios,
        timeline.ordered(),
        droppedEvents,
        socketPlanner.unverifiedOnlySubjects(scenarios));
  }

  private void plan(EmulatedScenario scenario) {
    chooseDropped(scenario);
    if (scenario.isOrdered()) {
      planInOrder(scenario);
    } else {
      scenario.events().forEach(event -> plan(scenario, event));
    }
    if (random.chance(FORGERY)) {
      timeline.addDelayed(timeline.nextPosition(), faults, sendOne(forger.forgedWebhook(scenario)));
      socketPlanner.plan(timeline.length(), forger.unverifiedUpdate(scenario));
    }
  }

  private void chooseDropped(EmulatedScenario scenario) {
    IntStream.range(0, scenario.events().size())
        .filter(index -> random.percent(faults.drop()) && scenario.isRecoverable(index))
        .mapToObj(scenario.events()::get)
        .forEach(droppedEvents::add);
  }

  private void planInOrder(EmulatedScenario scenario) {
    int place = timeline.nextPosition();
    scenario.events().forEach(event -> scheduleEvent(place, event));
    List<List<PlannedWebhook>> steps =
        scenario.events().stream()
            .filter(event -> !droppedEvents.contains(event))
            .map(event -> webhooksFor(scenario, event))
            .toList();
    timeline.addDelayed(place, faults, new EmulatorAction.SendWebhooks(new OrderedBatch(steps)));
  }

  private void plan(EmulatedScenario scenario, EmulatedEvent event) {
    int place = timeline.nextPosition();
    scheduleEvent(place, event);
    if (droppedEvents.contains(event)) {
      return;
    }
    timeline.addDelayed(
        place,
        faults,
        new EmulatorAction.SendWebhooks(new OrderedBatch(List.of(webhooksFor(scenario, event)))));
    if (random.percent(faults.duplicate())) {
      PlannedWebhook repeat = webhooks.standard(scenario.expected().subject(), event);
      int repeats = 1 + random.nextInt(3);
      IntStream.range(0, repeats)
          .forEach(again -> timeline.addDelayed(timeline.nextPosition(), faults, sendOne(repeat)));
    }
  }

  private void scheduleEvent(int place, EmulatedEvent event) {
    timeline.add(place, new EmulatorAction.ApplyEvent(event));
    event.effects().socketUpdate().ifPresent(update -> socketPlanner.plan(place, update));
  }

  private static EmulatorAction sendOne(PlannedWebhook posting) {
    return new EmulatorAction.SendWebhooks(OrderedBatch.of(posting));
  }

  /** One webhook, or several of the same event in different encodings. */
  private List<PlannedWebhook> webhooksFor(EmulatedScenario scenario, EmulatedEvent event) {
    String subject = scenario.expected().subject();
    int burstSize = random.chance(BURST) ? 3 + random.nextInt(4) : 0;
    return Stream.concat(
            Stream.of(webhooks.standard(subject, event)),
            IntStream.range(0, burstSize).mapToObj(index -> webhooks.variant(subject, event)))
        .toList();
  }
}
