package dev.rampline.devkit.stack;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.devkit.front.WebhookFront;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.function.Composition;
import dev.rampline.function.Configuration;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.SpillConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.spill.SpillHandler;
import dev.rampline.function.webhook.WebhookHandler;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * Rampline whole, in this process: stores, the real handlers, and stand-ins for what calls them.
 * Nothing in it sends webhooks or receives from the events queue.
 */
public final class Stack implements AutoCloseable {
  private final Closing started;
  private final Stores stores;
  private final WebhookFront front;

  private Stack(Settings settings, Closing started) {
    this.started = started;
    this.stores = started.later(settings.openStores());
    Map<String, String> environment =
        LocalEnvironment.of(settings.variables(), stores, settings.keys());
    Configuration configuration = Configuration.of(environment);
    LocalStoreClients clients = new LocalStoreClients(stores);
    Composition composition = new Composition(clients, settings.journal(), InstantSource.system());
    WebhookHandler webhook = new WebhookHandler(composition.receiving(configuration));
    RelayHandler relay = new RelayHandler(composition.relaying(RelayConfiguration.of(environment)));
    started.later(
        StreamDriver.relay(LocalClients.streams(stores.dynamoDb()), LedgerTable.NAME, relay));
    SpillHandler spill = new SpillHandler(composition.spilling(SpillConfiguration.of(environment)));
    started.later(
        SpillDriver.start(LocalClients.sqs(stores.sqs()), stores.queues().spill(), spill));
    WarmUp.of(configuration, clients.dynamoDb());
    this.front = started.later(WebhookFront.start(settings.ports().receiver(), webhook));
  }

  /**
   * Starts everything; it is there when this returns.
   *
   * @throws dev.rampline.embedded.PortTakenException if something listens on one of the ports
   * @throws dev.rampline.adapter.settings.ConfigurationException if a setting makes no sense
   */
  public static Stack start(Settings settings) {
    Closing started = new Closing();
    try {
      return new Stack(settings, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  /** Where webhooks are posted to. */
  public URI webhookUrl() {
    return front.webhookUrl();
  }

  /** The stores that it uses. */
  public Stores stores() {
    return stores;
  }

  @Override
  public void close() {
    started.close();
  }

  /**
   * How a stack is to be.
   *
   * @param ports where it listens
   * @param externalStores whether it uses stores that run already
   * @param keys what it verifies with
   * @param variables further settings of the functions, by their environment variables
   * @param journal where the functions' lines go
   */
  public record Settings(
      Ports ports,
      boolean externalStores,
      DevKeys keys,
      Map<String, String> variables,
      Journal journal) {
    public Settings {
      Objects.requireNonNull(ports, "ports");
      Objects.requireNonNull(keys, "keys");
      variables = Map.copyOf(variables);
      Objects.requireNonNull(journal, "journal");
    }

    /** The same, with the functions' lines going there. */
    public Settings toldTo(Journal other) {
      return new Settings(ports, externalStores, keys, variables, other);
    }

    private Stores openStores() {
      return externalStores ? Stores.external(ports) : Stores.embedded(ports);
    }
  }
}
