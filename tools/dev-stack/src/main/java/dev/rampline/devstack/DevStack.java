package dev.rampline.devstack;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.devstack.http.LocalWebhookServer;
import dev.rampline.embedded.LocalClients;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.resources.LedgerTable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * The whole of Rampline in this process: local stores, the production handlers, and replacements
 * for their triggers. It does not send webhooks or consume the events queue.
 */
public final class DevStack implements AutoCloseable {
  private final Closer closer;
  private final LocalStores stores;
  private final LocalWebhookServer webhookServer;

  private DevStack(Settings settings, Closer started) {
    this.closer = started;
    this.stores = started.register(settings.openStores());
    Map<String, String> environment =
        LocalEnvironment.of(settings.variables(), stores, settings.keys());
    WebhookConfiguration configuration = WebhookConfiguration.of(environment);
    LocalStoreClients clients = new LocalStoreClients(stores);
    FunctionsModule composition =
        new FunctionsModule(clients, settings.eventLog(), InstantSource.system());
    WebhookHandler webhook = new WebhookHandler(composition.webhook(configuration));
    RelayHandler relay = new RelayHandler(composition.relay(RelayConfiguration.of(environment)));
    started.register(
        StreamDriver.relay(
            LocalClients.streams(stores.dynamoDb()), LedgerTable.NAME, relay, settings.eventLog()));
    RetryHandler retry = new RetryHandler(composition.retry(RetryConfiguration.of(environment)));
    started.register(
        RetryQueueDriver.start(
            LocalClients.sqs(stores.sqs()), stores.queues().retry(), retry, settings.eventLog()));
    WebhookWarmUp.run(configuration, clients.dynamoDb());
    this.webhookServer =
        started.register(LocalWebhookServer.start(settings.ports().receiver(), webhook));
  }

  /**
   * Starts all parts and returns when they are ready.
   *
   * @throws dev.rampline.embedded.PortInUseException if one of the ports is in use
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting is invalid
   */
  public static DevStack start(Settings settings) {
    Closer started = new Closer();
    try {
      return new DevStack(settings, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  /** The URL for webhooks. */
  public URI webhookUrl() {
    return webhookServer.webhookUrl();
  }

  /** The stores of the stack. */
  public LocalStores stores() {
    return stores;
  }

  @Override
  public void close() {
    closer.close();
  }

  /**
   * The options of a stack.
   *
   * @param ports the ports
   * @param externalStores whether it uses stores that are already running
   * @param keys the verification keys
   * @param variables additional environment variables of the functions
   * @param eventLog receives the log entries of the functions
   */
  public record Settings(
      Ports ports,
      boolean externalStores,
      DevKeys keys,
      Map<String, String> variables,
      EventLog eventLog) {
    public Settings {
      Objects.requireNonNull(ports, "ports");
      Objects.requireNonNull(keys, "keys");
      variables = Map.copyOf(variables);
      Objects.requireNonNull(eventLog, "eventLog");
    }

    private LocalStores openStores() {
      return externalStores ? LocalStores.external(ports) : LocalStores.embedded(ports);
    }
  }
}
