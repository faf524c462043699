package dev.rampline.devstack;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.subscriber.Subscriber;
import dev.rampline.subscriber.SubscriberProcess;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The subscriber with local stores.
 *
 * @param ports the health port, unless a setting overrides it
 * @param stores the stores that it writes to
 * @param keys the credentials for the socket
 * @param variables the environment variables, including the provider's URLs
 */
public record LocalSubscriber(
    Ports ports, LocalStores stores, DevKeys keys, Map<String, String> variables) {
  private static final String HEALTH_PORT = "RAMPLINE_HEALTH_PORT";

  public LocalSubscriber {
    variables = Map.copyOf(variables);
  }

  /**
   * Starts the subscriber in this process.
   *
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting is invalid
   */
  public Subscriber start(EventLog eventLog) {
    Subscriber subscriber =
        Subscriber.start(environment(), new LocalStoreClients(stores), eventLog);
    var _ = subscriber.fatalError().thenAccept(fault -> logFault(fault, eventLog));
    return subscriber;
  }

  /** A fatal error stops only the subscriber, because it shares the process. */
  private static void logFault(Throwable fault, EventLog eventLog) {
    eventLog.write(
        new LogEntry("subscriber", Instant.now())
            .field("fault", FaultName.ofRootCause(fault))
            .count(Metric.FAULTS, 1));
  }

  /** Runs the subscriber until a signal stops the process; returns the exit code. */
  public int run(PrintStream output, PrintStream errors) {
    return SubscriberProcess.run(environment(), new LocalStoreClients(stores), output, errors);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(LocalEnvironment.of(Map.of(), stores, keys));
    environment.put(HEALTH_PORT, Integer.toString(ports.health()));
    environment.putAll(variables);
    return environment;
  }
}
