package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Canaries;
import dev.rampline.bench.check.Findings;
import dev.rampline.bench.check.Heard;
import dev.rampline.bench.check.KycOracle;
import dev.rampline.bench.check.KycSteps;
import dev.rampline.bench.check.Messages;
import dev.rampline.bench.check.OrderOracle;
import dev.rampline.bench.check.Steps;
import dev.rampline.bench.cloud.Cloud;
import dev.rampline.bench.cloud.Letters;
import dev.rampline.bench.cloud.Queue;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.cloud.Vault;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.bench.provider.Customer;
import dev.rampline.bench.provider.Order;
import dev.rampline.bench.provider.Provider;
import dev.rampline.bench.provider.Word;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Faults;
import dev.rampline.bench.world.Timeline;
import dev.rampline.bench.world.Trace;
import dev.rampline.bench.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * One life of the whole system: some hours in which things go wrong, a day in which nothing does
 * any more, and then the reckoning.
 */
final class Simulation {
  private static final Instant BEGIN = Instant.parse("2026-01-15T10:00:00Z");

  /** By then the provider has told everything, and tried everything again. */
  private static final Duration TROUBLE = Duration.ofHours(4);

  /** A record that nobody hears of may wait for a day until it is looked at (design §5). */
  private static final Duration END = Duration.ofHours(33);

  private static final Duration QUIET = Duration.ofHours(5);

  private final Plan plan;
  private final Scene scene;
  private final Timeline timeline;
  private final Webhooks webhooks;
  private final Schedule schedule;
  private final Forger forger;

  private Simulation(Plan plan, Sabotage sabotage) {
    this.plan = plan;
    this.scene = scene(plan, sabotage);
    this.timeline = scene.world().timeline();
    scene.cloud().table().watch(new Steps(scene.findings()));
    scene.cloud().table().watch(new KycSteps(scene.findings()));
    var _ = new StreamReader(scene);
    var _ = new SpillReader(scene);
    this.webhooks = new Webhooks(scene);
    this.schedule = new Schedule(scene);
    this.forger = new Forger(scene.world().chance().of("forger"));
  }

  /** Plays it to its end. */
  static Result run(Plan plan, Sabotage sabotage) {
    Simulation simulation = new Simulation(plan, sabotage);
    simulation.prepare();
    simulation.timeline.runUntil(BEGIN.plus(TROUBLE));
    simulation.scene.world().faults().end();
    simulation.timeline.runUntil(BEGIN.plus(END));
    return simulation.reckoning();
  }

  private static Scene scene(Plan plan, Sabotage sabotage) {
    Chance chance = new Chance(plan.seed());
    Timeline timeline = new Timeline(BEGIN, chance.of("order of events"));
    Faults faults = new Faults(plan.faults(), plan.rate(), chance.of("faults"));
    plan.outages().stream()
        .forEach(out -> faults.addOutage(out.service(), BEGIN.plus(out.begin()), out.length()));
    World world = new World(timeline, chance, faults, new Trace(timeline));
    Provider provider = new Provider(timeline, chance.of("provider"));
    Cloud cloud =
        new Cloud(
            new Table(timeline), new Queue(timeline), new Letters(), new Vault(keys(provider)));
    return new Scene(
        world, cloud, provider, sabotage, new Heard(), new Findings(), new ArrayList<>());
  }

  private static String keys(Provider provider) {
    return "{\"accessTokens\":[{\"value\":\"%s\"}],\"apiKey\":\"%s\",\"apiSecret\":\"%s\"}"
        .formatted(provider.token(), Provider.API_KEY, Provider.API_SECRET);
  }

  private void prepare() {
    plan.stories().forEach(this::prepare);
    plan.examinations().forEach(this::prepare);
    schedule.plan(QUIET, END, plan.reconciles());
  }

  private void prepare(Story story) {
    for (Story.Turn turn : story.turns()) {
      timeline.at(BEGIN.plus(turn.at()), () -> take(story, turn));
    }
    Duration leaves = story.leaves();
    if (leaves != null) {
      timeline.at(BEGIN.plus(leaves), () -> scene.provider().forget(story.orderId()));
    }
  }

  private void prepare(Examination examination) {
    for (Examination.Turn turn : examination.turns()) {
      timeline.at(BEGIN.plus(turn.at()), () -> take(examination, turn));
    }
  }

  private void take(Examination examination, Examination.Turn turn) {
    say(scene.provider().judge(examination.customerId(), examination.numbered(), turn.verdict()));
  }

  private void take(Story story, Story.Turn turn) {
    Word word = scene.provider().advance(story.orderId(), turn.stage(), BEGIN.plus(turn.at()));
    if (!story.told()) {
      scene.world().trace().note("provider", "tells nobody " + word);
      return;
    }
    say(word);
  }

  private void say(Word word) {
    scene.world().trace().note("provider", "says " + word);
    webhooks.deliver(word);
    if (scene.world().faults().strikes(Fault.POISON, 0.1)) {
      scene.cloud().table().plant(Poison.item(word.number()));
    }
    if (scene.world().faults().strikes(Fault.FORGERY, 0.3)) {
      webhooks.forge(forger.body(scene.provider().signed(word)));
    }
  }

  private Result reckoning() {
    Findings findings = scene.findings();
    Messages messages = new Messages(scene.cloud().queue().sent());
    messages.check(scene.cloud().table().stream(), findings);
    messages.checkParked(
        scene.cloud().table().stream(),
        scene.cloud().letters().sentTo("rampline-relay-dead"),
        findings);
    OrderOracle oracle = new OrderOracle(messages, findings);
    for (Order order : scene.provider().orders()) {
      oracle.checkKept(order, scene.heard());
      if (plan.reconciles()) {
        oracle.checkReconciled(order);
      }
    }
    KycOracle kyc = new KycOracle(messages, findings);
    for (Customer customer : scene.provider().customers()) {
      kyc.checkKept(customer, scene.heard());
      if (plan.reconciles()) {
        kyc.checkReconciled(customer);
      }
    }
    new Canaries(findings).check(scene.cloud(), scene.lines());
    return Result.of(scene, plan);
  }
}
