package dev.rampline.devstack;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.devstack.http.LocalWebhookServer;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.function.webhook.WebhookHandler;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * Rampline whole, in this process: stores, the real handlers, and stand-ins for what calls them.
 * Nothing in it sends webhooks or receives from the events queue.
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
        StreamDriver.relay(LocalClients.streams(stores.dynamoDb()), LedgerTable.NAME, relay));
    RetryHandler retry = new RetryHandler(composition.retry(RetryConfiguration.of(environment)));
    started.register(
        RetryQueueDriver.start(LocalClients.sqs(stores.sqs()), stores.queues().retry(), retry));
    WebhookWarmUp.run(configuration, clients.dynamoDb());
    this.webhookServer =
        started.register(LocalWebhookServer.start(settings.ports().receiver(), webhook));
  }

  /**
   * Starts everything; it is there when this returns.
   *
   * @throws dev.rampline.embedded.PortInUseException if something listens on one of the ports
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting makes no sense
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

  /** Where webhooks are posted to. */
  public URI webhookUrl() {
    return webhookServer.webhookUrl();
  }

  /** The stores that it uses. */
  public LocalStores stores() {
    return stores;
  }

  @Override
  public void close() {
    closer.close();
  }

  /**
   * How a stack is to be.
   *
   * @param ports where it listens
   * @param externalStores whether it uses stores that run already
   * @param keys what it verifies with
   * @param variables further settings of the functions, by their environment variables
   * @param eventLog where the functions' lines go
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
      Objects.requireNonNull(eventLog, "journal");
    }

    /** The same, with the functions' lines going there. */
    public Settings withEventLog(EventLog other) {
      return new Settings(ports, externalStores, keys, variables, other);
    }

    private LocalStores openStores() {
      return externalStores ? LocalStores.external(ports) : LocalStores.embedded(ports);
    }
  }
}
