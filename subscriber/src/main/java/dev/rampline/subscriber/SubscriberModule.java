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
import dev.rampline.subscriber.tracing.OtlpSettings;
import dev.rampline.subscriber.tracing.OtlpTraceExporter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Composition root of the subscriber. It creates clients but makes no calls. Without an
 * OpenTelemetry endpoint it loads no class of OpenTelemetry.
 */
public final class SubscriberModule {
  private final RuntimeEnvironment environment;
  private final SharedWiring wiring;

  /** Creates a module for a runtime environment. */
  public SubscriberModule(RuntimeEnvironment environment) {
    this.environment = environment;
    this.wiring = new SharedWiring("subscriber", environment);
  }

  /**
   * Returns what the subscriber needs.
   *
   * @param onFatalError called with the error that the process cannot continue after
   * @throws ConfigurationException if the inline keys are invalid
   */
  public SubscriberDependencies dependencies(
      SubscriberSettings settings, Consumer<Throwable> onFatalError) {
    IngestSettings shared = settings.ingest();
    ApiKeys keys = ApiKeys.of(settings, wiring);
    Reconciliation.LedgerStores stores = wiring.ledgerStores(shared);
    OtlpTraceExporter traceExporter = traceExporter(settings);
    Ingest plain = wiring.ingest(shared, stores.ledger());
    Ingest ingest = traceExporter == null ? plain : plain.withListener(traceExporter);
    SocketEventProcessor.Dependencies dependencies =
        new SocketEventProcessor.Dependencies(
            ingest,
            stores.ledger(),
            api(settings, keys, stores, ingest),
            environment.eventLog(),
            environment.clock(),
            new ProcessorPools(environment.schedulerFactory(), environment.random()),
            onFatalError);
    return new SubscriberDependencies(
        keys.credentials(shared.publishing().environment()),
        new SocketEventProcessor(dependencies, shared.vocabulary(), settings.buffer()),
        stores.ledger(),
        quietSocketCheck(settings, keys),
        traceExporter);
  }

  private @Nullable OtlpTraceExporter traceExporter(SubscriberSettings settings) {
    OtlpSettings otlp = settings.otlp();
    return otlp == null
        ? null
        : OtlpTraceExporter.start(
            otlp, settings.ingest().publishing(), environment.eventLog(), environment.clock());
  }

  private @Nullable QuietSocketCheck quietSocketCheck(SubscriberSettings settings, ApiKeys keys) {
    ProviderSettings provider = settings.provider();
    return provider == null || !settings.socket().orders().isEmpty()
        ? null
        : new QuietSocketCheck(
            wiring.provider(provider, keys.ring()),
            settings.ingest().vocabulary(),
            environment.clock());
  }

  private SocketEventProcessor.@Nullable Api api(
      SubscriberSettings settings,
      ApiKeys keys,
      Reconciliation.LedgerStores stores,
      Ingest ingest) {
    ProviderSettings provider = settings.provider();
    if (provider == null) {
      return null;
    }
    ProviderLookup lookup = wiring.providerLookup(settings.ingest(), provider, keys.ring(), ingest);
    return new SocketEventProcessor.Api(
        lookup, new Reconciliation(lookup, stores, provider.lookback(), environment.clock()));
  }
}
