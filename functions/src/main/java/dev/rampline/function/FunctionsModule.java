package dev.rampline.function;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.ozzobit.OzzobitTokenProvider;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeyRingStore;
import dev.rampline.adapter.sqs.SqsDeadLetters;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.adapter.sqs.SqsRetryDelayer;
import dev.rampline.adapter.sqs.SqsRetryQueue;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.ingest.Ingest;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.rotation.Rotation;
import dev.rampline.verification.WebhookVerifier;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The one place that puts the functions together. Like the {@link SharedWiring} that it shares with
 * the subscriber, it makes clients and calls nothing.
 */
public final class FunctionsModule {
  private final RuntimeEnvironment environment;
  private final Clients clients;
  private final SharedWiring wiring;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** With those clients, lines and time. */
  public FunctionsModule(Clients clients, EventLog journal, InstantSource clock) {
    this(RuntimeEnvironment.system(clients, journal, clock));
  }

  /** In those surroundings. */
  public FunctionsModule(RuntimeEnvironment surroundings) {
    this.environment = surroundings;
    this.clients = surroundings.clients();
    this.wiring = new SharedWiring("webhook", surroundings);
    this.eventLog = surroundings.eventLog();
    this.clock = surroundings.clock();
  }

  /** As it is in Lambda. */
  public static FunctionsModule createForLambda() {
    return new FunctionsModule(
        Clients.ofEnvironment(), EventLog.of(System.out), InstantSource.system());
  }

  /**
   * What takes in what the provider says.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public WebhookDependencies webhook(WebhookConfiguration configuration) {
    IngestSettings settings = configuration.ingest();
    return new WebhookDependencies(
        wiring.keyRing(configuration.keys()),
        new WebhookVerifier(configuration.clockLeeway(), clock),
        new WebhookDecoder(settings.extraFields()),
        wiring.ingest(settings, wiring.ledger(settings)),
        new SqsRetryQueue(clients.sqs(), configuration.retryQueueUrl()),
        eventLog,
        clock);
  }

  /** What sends from the ledger's stream. */
  public RelayDependencies relay(RelayConfiguration configuration) {
    PublishingSettings outlet = configuration.publishing();
    SqsClient queues = clients.sqs();
    return new RelayDependencies(
        new MessageComposer(outlet.environment()),
        new SqsPublisher(queues, outlet.queueUrl()),
        new SqsDeadLetters(queues, configuration.deadQueueUrl()),
        eventLog,
        clock);
  }

  /** What takes in what the ledger could not take before. */
  public RetryDependencies retry(RetryConfiguration configuration) {
    IngestSettings settings = configuration.ingest();
    SqsClient queues = clients.sqs();
    return new RetryDependencies(
        wiring.ingest(settings, wiring.ledger(settings)),
        new SqsDeadLetters(queues, configuration.deadQueueUrl()),
        new SqsRetryDelayer(queues, configuration.queueUrl()),
        eventLog,
        clock);
  }

  /** What renews the access token. */
  public RotationDependencies rotation(RotationConfiguration settings) {
    return new RotationDependencies(
        new Rotation(
            new SecretsManagerKeyRingStore(clients.secretsManager(), settings.secretId()),
            new OzzobitTokenProvider(wiring.providerApi(settings.providerUrl())),
            settings.policy(),
            clock,
            environment.random(),
            environment.sleeper()),
        eventLog,
        clock);
  }

  /**
   * What asks the provider's API for what no other channel told.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public ReconcileDependencies reconciliation(ReconcileConfiguration configuration) {
    IngestSettings settings = configuration.ingest();
    Reconciliation.LedgerStores books = wiring.ledgerStores(settings);
    Ingest ingest = wiring.ingest(settings, books.ledger());
    ProviderLookup readBack =
        wiring.providerLookup(
            settings, configuration.provider(), wiring.keyRing(configuration.keys()), ingest);
    return new ReconcileDependencies(
        new Reconciliation(readBack, books, configuration.provider().lookback(), clock),
        eventLog,
        clock);
  }
}
