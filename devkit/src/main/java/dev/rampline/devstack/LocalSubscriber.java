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
 * The subscriber on stores of this machine.
 *
 * @param ports where it answers for its health, if no setting says otherwise
 * @param stores that it writes to
 * @param keys that it shows
 * @param variables where the provider is and what else concerns it, by environment variables
 */
public record LocalSubscriber(
    Ports ports, LocalStores stores, DevKeys keys, Map<String, String> variables) {
  private static final String HEALTH_PORT = "RAMPLINE_HEALTH_PORT";

  public LocalSubscriber {
    variables = Map.copyOf(variables);
  }

  /**
   * Starts it in this process.
   *
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting makes no sense
   */
  public Subscriber start(EventLog journal) {
    Subscriber subscriber = Subscriber.start(environment(), new LocalStoreClients(stores), journal);
    var _ = subscriber.fatalError().thenAccept(fault -> logFault(fault, journal));
    return subscriber;
  }

  /** What would end a process of its own only stops the subscriber in one that it shares. */
  private static void logFault(Throwable fault, EventLog journal) {
    journal.write(
        new LogEntry("subscriber", Instant.now())
            .field("fault", FaultName.ofRootCause(fault))
            .count(Metric.FAULTS, 1));
  }

  /** Makes it all that this process is for, until a signal ends it; returns the exit code. */
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
