package dev.rampline.simulation;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.function.FunctionsModule;
import dev.rampline.simulation.check.AcceptedEvents;
import dev.rampline.simulation.check.InvariantViolations;
import dev.rampline.simulation.cloud.Cloud;
import dev.rampline.simulation.cloud.SecretStore;
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
 * All parts of one simulation run: the production wiring in a simulated environment.
 *
 * @param environment time, randomness and faults
 * @param cloud the simulated AWS services
 * @param provider the simulated provider
 * @param injector the injected defect
 * @param acceptedEvents the events that were answered with 200
 * @param violations the violations found so far
 * @param logEntries the log entries written so far
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
          "RAMPLINE_QUARANTINE_QUEUE_URL", "https://sqs.simulated/rampline-quarantine",
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_API_SECRET_ID", SecretStore.CREDENTIALS_ID,
          "RAMPLINE_PROVIDER_URL", "https://provider.simulated",
          "RAMPLINE_SOCKET_URL", "wss://socket.simulated");

  /** The settings of every function. */
  Map<String, String> settings() {
    return injector.settings(SETTINGS);
  }

  /** The functions module of that process. */
  FunctionsModule functionsModule(SimulatedProcess process) {
    return new FunctionsModule(runtimeEnvironment(process, clients(process)));
  }

  /** The functions module of that process, with the relay's clients. */
  FunctionsModule relayFunctionsModule(SimulatedProcess process) {
    Clients sound = clients(process);
    return new FunctionsModule(
        runtimeEnvironment(process, new DefectiveRelayClients(sound, injector)));
  }

  /**
   * The subscriber module of that process.
   *
   * @param queriesApi whether it queries the provider's API
   * @param onFatalError receives a fatal error
   */
  SubscriberDependencies subscriberOf(
      SimulatedProcess process, boolean queriesApi, Consumer<Throwable> onFatalError) {
    Map<String, String> settings = new HashMap<>(settings());
    if (!queriesApi) {
      settings.remove("RAMPLINE_PROVIDER_URL");
    }
    return new dev.rampline.subscriber.SubscriberModule(
            runtimeEnvironment(process, clients(process)))
        .dependencies(SubscriberSettings.of(settings), onFatalError);
  }

  /** The socket listener of that process. */
  SocketListener listener(SimulatedProcess process, SubscriberDependencies listening) {
    return injector.listener(
        listening.processor(), runtimeEnvironment(process, clients(process)), settings());
  }

  /** Collects the log entries of a process until it crashes. */
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
