package dev.rampline.simulation;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.function.FunctionsModule;
import dev.rampline.simulation.check.AcceptedEvents;
import dev.rampline.simulation.check.InvariantViolations;
import dev.rampline.simulation.cloud.Cloud;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.simulation.defect.DefectiveClients;
import dev.rampline.simulation.defect.DefectiveRelayClients;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationEnvironment;
import dev.rampline.simulation.provider.SimulatedHttpClient;
import dev.rampline.simulation.provider.SimulatedProvider;
import dev.rampline.subscriber.SubscriberDependencies;
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
 * @param environment time, chance and faults
 * @param cloud AWS
 * @param provider the other side
 * @param injector what was put in
 * @param acceptedEvents what was answered with 200
 * @param violations what did not hold
 * @param logEntries what was logged
 */
record SimulationContext(
    SimulationEnvironment environment,
    Cloud cloud,
    SimulatedProvider provider,
    DefectInjector injector,
    AcceptedEvents acceptedEvents,
    InvariantViolations violations,
    List<String> logEntries) {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "RAMPLINE_TABLE", "rampline-ledger",
          "RAMPLINE_QUEUE_URL", "https://sqs.simulated/rampline-events.fifo",
          "RAMPLINE_RELAY_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-relay-dead",
          "RAMPLINE_RETRY_QUEUE_URL", "https://sqs.simulated/rampline-retry",
          "RAMPLINE_RETRY_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-retry-dead",
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_PROVIDER_URL", "https://provider.simulated",
          "RAMPLINE_SOCKET_URL", "wss://socket.simulated");

  /** The settings of every function. */
  Map<String, String> settings() {
    return injector.settings(SETTINGS);
  }

  /** The functions, as that process has them. */
  FunctionsModule functionsModule(SimulatedProcess process) {
    return new FunctionsModule(runtimeEnvironment(process, clients(process)));
  }

  /** The same for the relay. */
  FunctionsModule relayFunctionsModule(SimulatedProcess process) {
    Clients sound = clients(process);
    return new FunctionsModule(
        runtimeEnvironment(process, new DefectiveRelayClients(sound, injector)));
  }

  /**
   * What stands behind the socket, as that process has it.
   *
   * @param asks whether it asks the provider's API
   * @param onDeath told of what it cannot go on with
   */
  SubscriberDependencies subscriberOf(
      SimulatedProcess process, boolean asks, Consumer<Throwable> onDeath) {
    Map<String, String> settings = new HashMap<>(settings());
    if (!asks) {
      settings.remove("RAMPLINE_PROVIDER_URL");
    }
    return new dev.rampline.subscriber.SubscriberModule(
            runtimeEnvironment(process, clients(process)))
        .dependencies(SubscriberSettings.of(settings), onDeath);
  }

  /** What is told of the socket there. */
  SocketListener listener(SimulatedProcess process, SubscriberDependencies listening) {
    return injector.listener(
        listening.processor(), runtimeEnvironment(process, clients(process)), settings());
  }

  /** Where the lines of a process go, while it lives. */
  EventLog eventLog(SimulatedProcess process) {
    return line -> {
      if (!process.isDead()) {
        logEntries.add(line.json());
      }
    };
  }

  private RuntimeEnvironment runtimeEnvironment(SimulatedProcess process, Clients clients) {
    return new RuntimeEnvironment(
        clients,
        () -> new SimulatedHttpClient(provider, process, this::apiResponse),
        eventLog(process),
        process.clock(),
        process.random(),
        process,
        process.schedulerFactory());
  }

  private String apiResponse(URI address, String sound) {
    return injector.apiResponse(address, sound, cloud.table());
  }

  private Clients clients(SimulatedProcess process) {
    return new DefectiveClients(cloud.clients(process, environment), injector);
  }
}
