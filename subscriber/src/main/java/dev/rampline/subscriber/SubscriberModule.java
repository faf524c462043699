package dev.rampline.subscriber;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.ingest.Ingest;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.processing.ProcessorPools;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one place that puts together what stands behind the subscription. It makes clients and calls
 * nothing.
 */
public final class SubscriberModule {
  private final RuntimeEnvironment environment;
  private final SharedWiring wiring;

  /** In those surroundings. */
  public SubscriberModule(RuntimeEnvironment surroundings) {
    this.environment = surroundings;
    this.wiring = new SharedWiring("subscriber", surroundings);
  }

  /**
   * What takes in what the socket says.
   *
   * @param onDeath told of what the process cannot go on with
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public SubscriberDependencies dependencies(
      SubscriberSettings settings, Consumer<Throwable> onDeath) {
    IngestSettings shared = settings.ingest();
    ApiKeys keys = ApiKeys.of(settings, wiring);
    Reconciliation.LedgerStores books = wiring.ledgerStores(shared);
    Ingest ingest = wiring.ingest(shared, books.ledger());
    SocketEventProcessor.Dependencies parts =
        new SocketEventProcessor.Dependencies(
            ingest,
            books.ledger(),
            api(settings, keys, books, ingest),
            environment.eventLog(),
            environment.clock(),
            new ProcessorPools(environment.schedulerFactory(), environment.random()),
            onDeath);
    return new SubscriberDependencies(
        keys.credentials(shared.publishing().environment()),
        new SocketEventProcessor(parts, settings.buffer()),
        books.ledger());
  }

  private SocketEventProcessor.@Nullable Api api(
      SubscriberSettings settings, ApiKeys keys, Reconciliation.LedgerStores books, Ingest ingest) {
    ProviderSettings provider = settings.provider();
    if (provider == null) {
      return null;
    }
    ProviderLookup readBack =
        wiring.providerLookup(settings.ingest(), provider, keys.ring(), ingest);
    return new SocketEventProcessor.Api(
        readBack, new Reconciliation(readBack, books, provider.lookback(), environment.clock()));
  }
}
