package dev.rampline.operations.lookup;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Looks up one order in the ledger and in the provider's API. */
public final class OrderLookup {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final SharedWiring wiring;
  private final EnvironmentVariables variables;
  private final InstantSource clock = InstantSource.system();

  /**
   * @param environment the environment variables of a function that calls the provider's API
   */
  public OrderLookup(Clients clients, Map<String, String> environment) {
    this.wiring = new SharedWiring("order", clients, line -> {}, clock);
    this.variables = new EnvironmentVariables(environment);
  }

  /** The ledger's record of the order. */
  public Optional<Entry> ledgerEntry(String orderId) {
    return wiring
        .ledger(IngestSettings.of(variables))
        .read(Subject.order(orderId), Ledger.Consistency.STRONG, deadline());
  }

  /**
   * The order in the provider's API; empty if the API does not know it.
   *
   * @throws dev.rampline.reconcile.ProviderException if the API did not return the order
   * @throws dev.rampline.adapter.configuration.ConfigurationException if its URL is not configured
   */
  public Optional<Json> providerOrder(String orderId) {
    ProviderClient provider =
        wiring.provider(ProviderSettings.of(variables), wiring.keyRing(KeysLocation.of(variables)));
    return provider.order(orderId, deadline());
  }

  private Deadline deadline() {
    return Deadline.after(TIMEOUT, clock);
  }
}
