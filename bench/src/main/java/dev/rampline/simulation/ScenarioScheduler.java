package dev.rampline.simulation;

import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import java.time.Duration;
import java.time.Instant;

/** Schedules the plan's events at the provider, with their webhooks. */
final class ScenarioScheduler {
  private final SimulationContext context;
  private final WebhookChannel webhooks;
  private final SimulatedSocket socket;
  private final ForgedBodyGenerator forgedBodies;
  private final Instant start;

  ScenarioScheduler(
      SimulationContext scene, WebhookChannel webhooks, SimulatedSocket socket, Instant begin) {
    this.context = scene;
    this.webhooks = webhooks;
    this.socket = socket;
    this.forgedBodies = new ForgedBodyGenerator(scene.environment().random().fork("forger"));
    this.start = begin;
  }

  void schedule(SimulationPlan plan) {
    plan.orderScenarios().forEach(this::prepare);
    plan.kycScenarios().forEach(this::prepare);
  }

  private void prepare(OrderScenario story) {
    for (OrderScenario.OrderStep turn : story.steps()) {
      context.environment().clock().scheduleAt(start.plus(turn.at()), () -> runStep(story, turn));
    }
    Duration leaves = story.removedAfter();
    if (leaves != null) {
      context
          .environment()
          .clock()
          .scheduleAt(start.plus(leaves), () -> context.provider().removeOrder(story.orderId()));
    }
  }

  private void prepare(KycScenario examination) {
    for (KycScenario.KycStep turn : examination.steps()) {
      context
          .environment()
          .clock()
          .scheduleAt(start.plus(turn.at()), () -> runStep(examination, turn));
    }
  }

  private void runStep(KycScenario examination, KycScenario.KycStep turn) {
    publish(
        context
            .provider()
            .setKycPhase(examination.customerId(), examination.hasPartnerId(), turn.phase()));
  }

  private void runStep(OrderScenario story, OrderScenario.OrderStep turn) {
    SimulatedOrderEvent word =
        context.provider().advance(story.orderId(), turn.phase(), start.plus(turn.at()));
    if (!story.hasWebhooks()) {
      context.environment().trace().add("provider", "sends no webhook for " + word);
      return;
    }
    publish(word);
    socket.publish(word);
  }

  private void publish(SimulatedEvent word) {
    context.environment().trace().add("provider", "sends " + word);
    webhooks.deliver(word);
    if (context.environment().faults().inject(Fault.POISON, 0.1)) {
      context.cloud().table().putForeign(UnreadableItem.item(word.number()));
    }
    if (context.environment().faults().inject(Fault.FORGERY, 0.3)) {
      webhooks.forge(forgedBodies.body(context.provider().signedBody(word)));
    }
  }
}
