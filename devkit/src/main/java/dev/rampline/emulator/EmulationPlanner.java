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
  private final EmulatorRandom dice;
  private final ActionTimeline timeline;
  private final SocketPlanner socketPlanner;
  private final Set<EmulatedEvent> droppedEvents = new HashSet<>();

  EmulationPlanner(ProviderKeys keys, ChannelFaults faults, EmulatorRandom dice) {
    this.faults = faults.webhook();
    this.dice = dice;
    this.webhooks = new WebhookBuilder(keys, this.faults.cut(), dice);
    this.forger = new ForgeryGenerator(keys, dice);
    this.timeline = new ActionTimeline(dice);
    this.socketPlanner = new SocketPlanner(timeline, faults.socket(), dice);
  }

  EmulationPlan createPlan(List<EmulatedScenario> stories) {
    stories.forEach(this::plan);
    socketPlanner.planCuts();
    return new EmulationPlan(
        stories, timeline.ordered(), droppedEvents, socketPlanner.unverifiedOnlySubjects(stories));
  }

  private void plan(EmulatedScenario story) {
    chooseDropped(story);
    if (story.isOrdered()) {
      planInOrder(story);
    } else {
      story.events().forEach(word -> plan(story, word));
    }
    if (dice.chance(FORGERY)) {
      timeline.addDelayed(timeline.nextPosition(), faults, sendOne(forger.forgedWebhook(story)));
      socketPlanner.plan(timeline.length(), forger.unverifiedUpdate(story));
    }
  }

  private void chooseDropped(EmulatedScenario story) {
    IntStream.range(0, story.events().size())
        .filter(index -> dice.percent(faults.drop()) && story.isRecoverable(index))
        .mapToObj(story.events()::get)
        .forEach(droppedEvents::add);
  }

  private void planInOrder(EmulatedScenario story) {
    int place = timeline.nextPosition();
    story.events().forEach(word -> scheduleEvent(place, word));
    List<List<PlannedWebhook>> steps =
        story.events().stream()
            .filter(word -> !droppedEvents.contains(word))
            .map(word -> webhooksFor(story, word))
            .toList();
    timeline.addDelayed(place, faults, new EmulatorAction.SendWebhooks(new OrderedBatch(steps)));
  }

  private void plan(EmulatedScenario story, EmulatedEvent word) {
    int place = timeline.nextPosition();
    scheduleEvent(place, word);
    if (droppedEvents.contains(word)) {
      return;
    }
    timeline.addDelayed(
        place,
        faults,
        new EmulatorAction.SendWebhooks(new OrderedBatch(List.of(webhooksFor(story, word)))));
    if (dice.percent(faults.duplicate())) {
      PlannedWebhook repeat = webhooks.standard(story.expected().subject(), word);
      int repeats = 1 + dice.nextInt(3);
      IntStream.range(0, repeats)
          .forEach(again -> timeline.addDelayed(timeline.nextPosition(), faults, sendOne(repeat)));
    }
  }

  private void scheduleEvent(int place, EmulatedEvent word) {
    timeline.add(place, new EmulatorAction.ApplyEvent(word));
    word.effects().socketUpdate().ifPresent(update -> socketPlanner.plan(place, update));
  }

  private static EmulatorAction sendOne(PlannedWebhook posting) {
    return new EmulatorAction.SendWebhooks(OrderedBatch.of(posting));
  }

  /** One webhook, or several of the same event in different encodings. */
  private List<PlannedWebhook> webhooksFor(EmulatedScenario story, EmulatedEvent word) {
    String subject = story.expected().subject();
    int odd = dice.chance(BURST) ? 3 + dice.nextInt(4) : 0;
    return Stream.concat(
            Stream.of(webhooks.standard(subject, word)),
            IntStream.range(0, odd).mapToObj(index -> webhooks.variant(subject, word)))
        .toList();
  }
}
