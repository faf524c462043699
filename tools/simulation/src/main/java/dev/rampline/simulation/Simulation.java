package dev.rampline.simulation;

import dev.rampline.simulation.check.AcceptedEvents;
import dev.rampline.simulation.check.DeadLetterChecker;
import dev.rampline.simulation.check.InvariantViolations;
import dev.rampline.simulation.check.KycWriteChecker;
import dev.rampline.simulation.check.LedgerWriteChecker;
import dev.rampline.simulation.check.OverstatementChecker;
import dev.rampline.simulation.check.UnverifiedEventChecker;
import dev.rampline.simulation.check.UpdateTimeChecker;
import dev.rampline.simulation.cloud.Cloud;
import dev.rampline.simulation.cloud.SecretStore;
import dev.rampline.simulation.cloud.SimulatedFifoQueue;
import dev.rampline.simulation.cloud.StandardQueues;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.simulation.environment.FaultInjector;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulationEnvironment;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.environment.Trace;
import dev.rampline.simulation.provider.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One simulation run of the whole system: some hours with faults, a day without, and then the final
 * check.
 */
final class Simulation {
  private static final Instant START = Instant.parse("2026-01-15T10:00:00Z");

  /** By then the provider has sent all events and finished all retries. */
  private static final Duration FAULT_PERIOD = Duration.ofHours(4);

  /**
   * A due check may come up to a day after a record's last event ({@code
   * docs/architecture.md#indexes}).
   */
  private static final Duration TOTAL_DURATION = Duration.ofHours(33);

  private static final Duration FREQUENT_RUN_PERIOD = Duration.ofHours(5);

  private static final Duration MANUAL_RECOVERY_LEAD = Duration.ofMinutes(10);

  private final SimulationPlan plan;
  private final SimulationContext context;
  private final SimulatedClock clock;
  private final StreamPoller stream;
  private final SimulatedOperator operator;
  private final WebhookChannel webhooks;
  private final SimulatedSocket socket;
  private final ScheduledFunctions schedule;

  private Simulation(SimulationPlan plan, DefectInjector injector) {
    this.plan = plan;
    this.context = context(plan, injector);
    this.clock = context.environment().clock();
    context.cloud().table().watch(new LedgerWriteChecker(context.violations()));
    context.cloud().table().watch(new KycWriteChecker(context.violations()));
    context.cloud().table().watch(new UnverifiedEventChecker(context.violations()));
    context.cloud().table().watch(new UpdateTimeChecker(context.violations()));
    this.stream = new StreamPoller(context);
    this.operator = new SimulatedOperator(context);
    var _ = new RetryQueuePoller(context);
    this.webhooks = new WebhookChannel(context);
    this.socket = new SimulatedSocket(context, plan.hasReconciliation());
    this.schedule = new ScheduledFunctions(context);
  }

  /** Runs the simulation to its end. */
  static SimulationResult run(SimulationPlan plan, DefectInjector injector) {
    Simulation simulation = new Simulation(plan, injector);
    SimulationContext context = simulation.context;
    context
        .cloud()
        .table()
        .watch(new OverstatementChecker(context.provider(), context.violations()));
    simulation.prepare();
    simulation.clock.runUntil(START.plus(FAULT_PERIOD));
    simulation.context.environment().faults().stop();
    simulation.clock.runUntil(START.plus(TOTAL_DURATION));
    new FinalCheck(context, plan.hasReconciliation()).run(simulation.stream.trimmedMessages());
    return SimulationResult.of(context, plan);
  }

  /**
   * Runs the simulation with an attacker who has the signing key; checks only its forgeries,
   * because a signature no longer shows that the provider has sent an event.
   */
  static SimulationResult runWithLeakedKey(SimulationPlan plan, DefectInjector injector) {
    Simulation simulation = new Simulation(plan, injector);
    simulation.prepare();
    LeakedKeyAttack attack = new LeakedKeyAttack(simulation.context, simulation.webhooks);
    attack.schedule(plan, START);
    simulation.clock.runUntil(START.plus(FAULT_PERIOD));
    simulation.context.environment().faults().stop();
    simulation.clock.runUntil(START.plus(TOTAL_DURATION));
    attack.check();
    return SimulationResult.of(simulation.context, plan);
  }

  private static SimulationContext context(SimulationPlan plan, DefectInjector injector) {
    SimulationRandom random = new SimulationRandom(plan.seed());
    SimulatedClock timeline = new SimulatedClock(START, random.fork("order of events"));
    FaultInjector faults =
        new FaultInjector(
            plan.faultPlan().faults(), plan.faultPlan().rate(), random.fork("faults"));
    plan.faultPlan()
        .outages()
        .forEach(out -> faults.addOutage(out.service(), START.plus(out.begin()), out.length()));
    SimulationEnvironment environment =
        new SimulationEnvironment(timeline, random, faults, new Trace(timeline));
    SimulatedProvider provider = new SimulatedProvider(timeline, random.fork("provider"));
    Cloud cloud =
        new Cloud(
            new Table(timeline),
            new SimulatedFifoQueue(timeline),
            new StandardQueues(),
            new SecretStore(keys(provider), credentials(), timeline));
    return new SimulationContext(
        environment,
        cloud,
        provider,
        injector,
        new AcceptedEvents(),
        new InvariantViolations(),
        new ArrayList<>());
  }

  private static String keys(SimulatedProvider provider) {
    return """
        {"accessTokens":[{"value":"%s"},{"value":"%s"}]}"""
        .formatted(provider.token(), SimulatedProvider.ADDED_TOKEN);
  }

  private static String credentials() {
    return "{\"apiKey\":\"%s\",\"apiSecret\":\"%s\"}"
        .formatted(SimulatedProvider.API_KEY, SimulatedProvider.API_SECRET);
  }

  private void prepare() {
    if (plan.hasSubscriber()) {
      socket.start();
    }
    new ScenarioScheduler(context, webhooks, socket, START).schedule(plan);
    schedule.plan(FREQUENT_RUN_PERIOD, TOTAL_DURATION, plan.hasReconciliation());
    clock.scheduleAt(START.plus(TOTAL_DURATION).minus(MANUAL_RECOVERY_LEAD), this::recoverManually);
  }

  private void recoverManually() {
    context.cloud().queue().acceptAll();
    List<String> messages = context.cloud().standardQueues().sentTo("rampline-relay-dead");
    operator.send(new DeadLetterChecker(messages).subjects());
    if (!stream.trimmedMessages().isEmpty()) {
      operator.send(context.cloud().table().subjects());
    }
  }
}
