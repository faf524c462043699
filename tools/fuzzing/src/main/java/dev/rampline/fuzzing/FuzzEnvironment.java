package dev.rampline.fuzzing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.simulation.cloud.Cloud;
import dev.rampline.simulation.cloud.SecretStore;
import dev.rampline.simulation.cloud.SimulatedFifoQueue;
import dev.rampline.simulation.cloud.StandardQueues;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.simulation.defect.DefectiveClients;
import dev.rampline.simulation.defect.DefectiveRelayClients;
import dev.rampline.simulation.environment.FaultInjector;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationEnvironment;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.environment.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The production wiring in a new fault-free environment for each input, so that every failure is
 * caused by the input.
 *
 * @param cloud the simulated AWS services
 * @param logEntries the log entries written so far
 * @param runtimeEnvironment the environment of the wiring
 * @param injector the injected defect
 */
record FuzzEnvironment(
    Cloud cloud,
    List<String> logEntries,
    RuntimeEnvironment runtimeEnvironment,
    DefectInjector injector) {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  /** The settings of every function. */
  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("RAMPLINE_TABLE", "rampline-ledger"),
          Map.entry("RAMPLINE_QUEUE_URL", "https://sqs.simulated/rampline-events.fifo"),
          Map.entry("RAMPLINE_RELAY_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-relay-dead"),
          Map.entry("RAMPLINE_RETRY_QUEUE_URL", "https://sqs.simulated/rampline-retry"),
          Map.entry("RAMPLINE_RETRY_DEAD_QUEUE_URL", "https://sqs.simulated/rampline-retry-dead"),
          Map.entry("RAMPLINE_QUARANTINE_QUEUE_URL", "https://sqs.simulated/rampline-quarantine"),
          Map.entry("RAMPLINE_EXTRA_FIELDS", "tier"),
          Map.entry("RAMPLINE_SOCKET_URL", "https://provider.simulated/ws"),
          Map.entry("RAMPLINE_API_KEY", "fuzz-api-key"),
          Map.entry("RAMPLINE_KEYS", FuzzWebhook.keys()));

  /** Creates an environment without a defect. */
  static FuzzEnvironment create() {
    return create(DefectInjector.NONE);
  }

  /** Creates an environment with that defect. */
  static FuzzEnvironment create(DefectInjector injector) {
    SimulationRandom random = new SimulationRandom(1);
    SimulatedClock timeline = new SimulatedClock(START, random);
    FaultInjector none = new FaultInjector(Set.of(), 0, random);
    none.stop();
    SimulationEnvironment world =
        new SimulationEnvironment(timeline, random, none, new Trace(timeline));
    Cloud cloud =
        new Cloud(
            new Table(timeline),
            new SimulatedFifoQueue(timeline),
            new StandardQueues(),
            new SecretStore(FuzzWebhook.keys(), "{}", timeline));
    SimulatedProcess process = new SimulatedProcess("process", world);
    List<String> lines = new ArrayList<>();
    RuntimeEnvironment environment =
        new RuntimeEnvironment(
            new DefectiveClients(cloud.clients(process, world), injector),
            () -> {
              throw new IllegalStateException("Fuzz targets do not call the provider");
            },
            line -> lines.add(line.json()),
            process.clock(),
            process.random(),
            process,
            process.schedulerFactory());
    return new FuzzEnvironment(cloud, lines, environment, injector);
  }

  FunctionsModule functionsModule() {
    return new FunctionsModule(runtimeEnvironment);
  }

  /** The webhook handler. */
  RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook() {
    WebhookDependencies receiving =
        functionsModule().webhook(WebhookConfiguration.of(injector.settings(SETTINGS)));
    return injector.webhook(new WebhookHandler(receiving), receiving.eventLog());
  }

  /** The relay handler. */
  RelayHandler relay() {
    RuntimeEnvironment relaying =
        new RuntimeEnvironment(
            new DefectiveRelayClients(runtimeEnvironment.clients(), injector),
            runtimeEnvironment.http(),
            runtimeEnvironment.eventLog(),
            runtimeEnvironment.clock(),
            runtimeEnvironment.random(),
            runtimeEnvironment.sleeper(),
            runtimeEnvironment.schedulerFactory());
    return new RelayHandler(new FunctionsModule(relaying).relay(RelayConfiguration.of(SETTINGS)));
  }

  /** The number of writes and sent messages so far. */
  int effectCount() {
    return cloud.table().stream().size()
        + cloud.queue().sent().size()
        + cloud.standardQueues().all().size();
  }

  /** The number of effects besides those on the quarantine. */
  int recordedEffectCount() {
    return effectCount() - cloud.standardQueues().sentTo("rampline-quarantine").size();
  }
}
