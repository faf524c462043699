package dev.rampline.bench.simulation;

import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.bench.check.Findings;
import dev.rampline.bench.check.Heard;
import dev.rampline.bench.cloud.Cloud;
import dev.rampline.bench.defect.RelayClients;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.bench.defect.SabotagedClients;
import dev.rampline.bench.provider.Provider;
import dev.rampline.bench.provider.ProviderHttp;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.World;
import dev.rampline.function.Composition;
import dev.rampline.subscriber.Listening;
import dev.rampline.subscriber.SubscriberSettings;
import dev.rampline.subscriber.socket.SocketListener;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything that is there, and what is put together in it: the composition of production, in
 * simulated surroundings.
 *
 * @param world time, chance and faults
 * @param cloud AWS
 * @param provider the other side
 * @param sabotage what was put in
 * @param heard what was answered with 200
 * @param findings what did not hold
 * @param lines what was logged
 */
record Scene(
    World world,
    Cloud cloud,
    Provider provider,
    Sabotage sabotage,
    Heard heard,
    Findings findings,
    List<String> lines) {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "RAMPLINE_TABLE", "rampline-ledger",
          "RAMPLINE_QUEUE_URL", "https://sqs.simulated/rampline-events.fifo",
          "RAMPLINE_RELAY_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-relay-dead",
          "RAMPLINE_SPILL_QUEUE_URL", "https://sqs.simulated/rampline-spill",
          "RAMPLINE_SPILL_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-spill-dead",
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_PROVIDER_URL", "https://provider.simulated",
          "RAMPLINE_SOCKET_URL", "wss://socket.simulated");

  /** The settings of every function. */
  Map<String, String> settings() {
    return sabotage.settings(SETTINGS);
  }

  /** The functions, as that process has them. */
  Composition composition(Instance process) {
    return new Composition(surroundings(process, clients(process)));
  }

  /** The same for the relay. */
  Composition compositionOfRelay(Instance process) {
    Clients sound = clients(process);
    return new Composition(surroundings(process, new RelayClients(sound, sabotage)));
  }

  /**
   * What stands behind the socket, as that process has it.
   *
   * @param asks whether it asks the provider's API
   * @param onDeath told of what it cannot go on with
   */
  Listening listening(Instance process, boolean asks, Consumer<Throwable> onDeath) {
    Map<String, String> settings = new HashMap<>(settings());
    if (!asks) {
      settings.remove("RAMPLINE_PROVIDER_URL");
    }
    return new dev.rampline.subscriber.Composition(surroundings(process, clients(process)))
        .listening(SubscriberSettings.of(settings), onDeath);
  }

  /** What is told of the socket there. */
  SocketListener listener(Instance process, Listening listening) {
    return sabotage.listener(
        listening.intake(), surroundings(process, clients(process)), settings());
  }

  /** Where the lines of a process go, while it lives. */
  Journal journal(Instance process) {
    return line -> {
      if (!process.isDead()) {
        lines.add(line.json());
      }
    };
  }

  private Surroundings surroundings(Instance process, Clients clients) {
    return new Surroundings(
        clients,
        () -> new ProviderHttp(provider, process, this::answer),
        journal(process),
        process.clock(),
        process.chance(),
        process,
        process.workforce());
  }

  private String answer(URI address, String sound) {
    return sabotage.answer(address, sound, cloud.table());
  }

  private Clients clients(Instance process) {
    return new SabotagedClients(cloud.clients(process, world), sabotage);
  }
}
