package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Claims;
import dev.rampline.bench.check.DeadLetters;
import dev.rampline.bench.check.Findings;
import dev.rampline.bench.check.Heard;
import dev.rampline.bench.check.KycSteps;
import dev.rampline.bench.check.Steps;
import dev.rampline.bench.cloud.Cloud;
import dev.rampline.bench.cloud.Letters;
import dev.rampline.bench.cloud.Queue;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.cloud.Vault;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.bench.provider.Provider;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Faults;
import dev.rampline.bench.world.Timeline;
import dev.rampline.bench.world.Trace;
import dev.rampline.bench.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

  private static final Duration BY_HAND = Duration.ofMinutes(10);

  private final Plan plan;
  private final Scene scene;
  private final Timeline timeline;
  private final StreamReader stream;
  private final Operator operator;
  private final Webhooks webhooks;
  private final SocketChannel socket;
  private final Schedule schedule;

  private Simulation(Plan plan, Sabotage sabotage) {
    this.plan = plan;
    this.scene = scene(plan, sabotage);
    this.timeline = scene.world().timeline();
    scene.cloud().table().watch(new Steps(scene.findings()));
    scene.cloud().table().watch(new KycSteps(scene.findings()));
    scene.cloud().table().watch(new Claims(scene.findings()));
    this.stream = new StreamReader(scene);
    this.operator = new Operator(scene);
    var _ = new SpillReader(scene);
    this.webhooks = new Webhooks(scene);
    this.socket = new SocketChannel(scene, plan.reconciles());
    this.schedule = new Schedule(scene);
  }

  /** Plays it to its end. */
  static Result run(Plan plan, Sabotage sabotage) {
    Simulation simulation = new Simulation(plan, sabotage);
    simulation.prepare();
    simulation.timeline.runUntil(BEGIN.plus(TROUBLE));
    simulation.scene.world().faults().end();
    simulation.timeline.runUntil(BEGIN.plus(END));
    new Reckoning(simulation.scene, plan.reconciles()).make(simulation.stream.lost());
    return Result.of(simulation.scene, plan);
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
            new Table(timeline),
            new Queue(timeline),
            new Letters(),
            new Vault(keys(provider), timeline));
    return new Scene(
        world, cloud, provider, sabotage, new Heard(), new Findings(), new ArrayList<>());
  }

  private static String keys(Provider provider) {
    return "{\"accessTokens\":[{\"value\":\"%s\"}],\"apiKey\":\"%s\",\"apiSecret\":\"%s\"}"
        .formatted(provider.token(), Provider.API_KEY, Provider.API_SECRET);
  }

  private void prepare() {
    if (plan.listens()) {
      socket.begin();
    }
    new Narrator(scene, webhooks, socket, BEGIN).tell(plan);
    schedule.plan(QUIET, END, plan.reconciles());
    timeline.at(BEGIN.plus(END).minus(BY_HAND), this::workByHand);
  }

  private void workByHand() {
    scene.cloud().queue().mend();
    List<String> letters = scene.cloud().letters().sentTo("rampline-relay-dead");
    operator.send(new DeadLetters(letters).subjects());
    if (!stream.lost().isEmpty()) {
      operator.send(scene.cloud().table().subjects());
    }
  }
}
