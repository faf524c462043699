package dev.rampline.devkit.stack;

import dev.rampline.adapter.assembly.Assembly;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.KeysLocation;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.adapter.settings.Variables;
import dev.rampline.json.Json;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.observation.Subject;
import dev.rampline.reconcile.Provider;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Looks at one order, in the ledger and at the provider's. */
public final class Lookup {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Assembly assembly;
  private final Variables variables;
  private final InstantSource clock = InstantSource.system();

  /**
   * @param settings where the provider's API is, by environment variables
   */
  public Lookup(Stores stores, DevKeys keys, Map<String, String> settings) {
    this.assembly = new Assembly("order", new LocalStoreClients(stores), line -> {}, clock);
    this.variables = new Variables(LocalEnvironment.of(settings, stores, keys));
  }

  /** What the ledger has of it. */
  public Optional<Entry> entry(String orderId) {
    return assembly
        .ledger(IngestSettings.of(variables))
        .read(Subject.order(orderId), Ledger.Consistency.STRONG, deadline());
  }

  /**
   * What the provider's API says of it; empty: it does not know it.
   *
   * @throws dev.rampline.reconcile.ProviderUnavailableException if it cannot be asked
   * @throws dev.rampline.reconcile.UnreadableAnswerException if it answers nonsense
   * @throws dev.rampline.adapter.settings.ConfigurationException if nobody knows where it is
   */
  public Optional<Json> answer(String orderId) {
    Provider provider =
        assembly.provider(
            ProviderSettings.of(variables), assembly.keyRing(KeysLocation.of(variables)));
    return provider.order(orderId, deadline());
  }

  private Deadline deadline() {
    return Deadline.after(PATIENCE, clock);
  }
}
