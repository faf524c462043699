package dev.rampline.bench.fuzz;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.bench.cloud.Cloud;
import dev.rampline.bench.cloud.Letters;
import dev.rampline.bench.cloud.Queue;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.cloud.Vault;
import dev.rampline.bench.defect.RelayClients;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.bench.defect.SabotagedClients;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Faults;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Timeline;
import dev.rampline.bench.world.Trace;
import dev.rampline.bench.world.World;
import dev.rampline.function.Composition;
import dev.rampline.function.Configuration;
import dev.rampline.function.Receiving;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.webhook.WebhookHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The composition of production in surroundings that are new for every input, and where nothing
 * goes wrong: whatever does is the input's doing.
 *
 * @param cloud AWS
 * @param lines what was logged
 * @param surroundings of the composition
 * @param sabotage what was put in
 */
record Site(Cloud cloud, List<String> lines, Surroundings surroundings, Sabotage sabotage) {
  private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

  /** The settings of every function. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "RAMPLINE_TABLE", "rampline-ledger",
          "RAMPLINE_QUEUE_URL", "https://sqs.simulated/rampline-events.fifo",
          "RAMPLINE_RELAY_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-relay-dead",
          "RAMPLINE_SPILL_QUEUE_URL", "https://sqs.simulated/rampline-spill",
          "RAMPLINE_SPILL_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-spill-dead",
          "RAMPLINE_EXTRA_FIELDS", "tier",
          "RAMPLINE_SOCKET_URL", "https://provider.simulated/ws",
          "RAMPLINE_API_KEY", "fuzz-api-key",
          "RAMPLINE_KEYS", Sent.keys());

  /** With nothing put in. */
  static Site make() {
    return make(Sabotage.NONE);
  }

  /** With that put in. */
  static Site make(Sabotage sabotage) {
    Chance chance = new Chance(1);
    Timeline timeline = new Timeline(BEGIN, chance);
    Faults none = new Faults(Set.of(), 0, chance);
    none.end();
    World world = new World(timeline, chance, none, new Trace(timeline));
    Cloud cloud =
        new Cloud(
            new Table(timeline),
            new Queue(timeline),
            new Letters(),
            new Vault(Sent.keys(), timeline));
    Instance process = new Instance("process", world);
    List<String> lines = new ArrayList<>();
    Surroundings surroundings =
        new Surroundings(
            new SabotagedClients(cloud.clients(process, world), sabotage),
            () -> {
              throw new IllegalStateException("Nobody calls the provider here");
            },
            line -> lines.add(line.json()),
            process.clock(),
            process.chance(),
            process,
            process.workforce());
    return new Site(cloud, lines, surroundings, sabotage);
  }

  Composition composition() {
    return new Composition(surroundings);
  }

  /** What takes webhooks in. */
  RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook() {
    Receiving receiving = composition().receiving(Configuration.of(SETTINGS));
    return sabotage.webhook(new WebhookHandler(receiving), receiving.journal());
  }

  /** What relays. */
  RelayHandler relay() {
    Surroundings relaying =
        new Surroundings(
            new RelayClients(surroundings.clients(), sabotage),
            surroundings.http(),
            surroundings.journal(),
            surroundings.clock(),
            surroundings.random(),
            surroundings.pause(),
            surroundings.workforce());
    return new RelayHandler(new Composition(relaying).relaying(RelayConfiguration.of(SETTINGS)));
  }

  /** How much has been written and sent, anywhere. */
  int effects() {
    return cloud.table().stream().size()
        + cloud.queue().sent().size()
        + cloud.letters().all().size();
  }
}
