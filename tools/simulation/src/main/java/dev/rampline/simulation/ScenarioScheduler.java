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
      SimulationContext context, WebhookChannel webhooks, SimulatedSocket socket, Instant begin) {
    this.context = context;
    this.webhooks = webhooks;
    this.socket = socket;
    this.forgedBodies = new ForgedBodyGenerator(context.environment().random().fork("forger"));
    this.start = begin;
  }

  void schedule(SimulationPlan plan) {
    plan.orderScenarios().forEach(this::prepare);
    plan.kycScenarios().forEach(this::prepare);
  }

  private void prepare(OrderScenario scenario) {
    for (OrderScenario.OrderStep turn : scenario.steps()) {
      context
          .environment()
          .clock()
          .scheduleAt(start.plus(turn.at()), () -> runStep(scenario, turn));
    }
    Duration leaves = scenario.removedAfter();
    if (leaves != null) {
      context
          .environment()
          .clock()
          .scheduleAt(start.plus(leaves), () -> context.provider().removeOrder(scenario.orderId()));
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
            .reportKyc(examination.customerId(), examination.hasPartnerId(), turn.report()));
  }

  private void runStep(OrderScenario scenario, OrderScenario.OrderStep turn) {
    SimulatedOrderEvent event =
        context.provider().advance(scenario.orderId(), turn.report(), start.plus(turn.at()));
    if (!scenario.hasWebhooks()) {
      context.environment().trace().add("provider", "sends no webhook for " + event);
      return;
    }
    publish(event);
    socket.publish(event);
  }

  private void publish(SimulatedEvent event) {
    context.environment().trace().add("provider", "sends " + event);
    webhooks.deliver(event);
    if (context.environment().faults().inject(Fault.POISON, 0.1)) {
      context.cloud().table().putForeign(UnreadableItem.item(event.number()));
    }
    if (context.environment().faults().inject(Fault.FORGERY, 0.3)) {
      webhooks.forge(forgedBodies.body(context.provider().signedBody(event)));
    }
  }
}
