package dev.rampline.function;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.ozzobit.OzzobitTokenProvider;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeyRingStore;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeySource;
import dev.rampline.adapter.sns.SnsPublisher;
import dev.rampline.adapter.sqs.SqsDeadLetters;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.adapter.sqs.SqsQuarantine;
import dev.rampline.adapter.sqs.SqsRetryDelayer;
import dev.rampline.adapter.sqs.SqsRetryQueue;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.ingest.FanOutPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.CachingLedger;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.rotation.Rotation;
import dev.rampline.verification.WebhookVerifier;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Composition root of the Lambda functions. It creates clients but makes no calls, like the {@link
 * SharedWiring} that the subscriber also uses.
 */
public final class FunctionsModule {
  private final RuntimeEnvironment environment;
  private final Clients clients;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** Creates a module with the system's scheduler and random source. */
  public FunctionsModule(Clients clients, EventLog eventLog, InstantSource clock) {
    this(RuntimeEnvironment.system(clients, eventLog, clock));
  }

  /** Creates a module for a runtime environment. */
  public FunctionsModule(RuntimeEnvironment environment) {
    this.environment = environment;
    this.clients = environment.clients();
    this.eventLog = environment.eventLog();
    this.clock = environment.clock();
  }

  /**
   * Creates the module that runs in Lambda. It writes log entries to standard output. Its clock
   * counts milliseconds, since records and messages pay for each digit of a time.
   *
   * @throws ConfigurationException if the installation's name is invalid
   */
  public static FunctionsModule createForLambda() {
    String name = InstallationName.of(new EnvironmentVariables(System.getenv()));
    return new FunctionsModule(
        Clients.ofEnvironment(), EventLog.of(System.out, name), Clock.tickMillis(ZoneOffset.UTC));
  }

  /**
   * Returns what the webhook function needs.
   *
   * @throws ConfigurationException if the inline keys are invalid
   */
  public WebhookDependencies webhook(WebhookConfiguration configuration) {
    SharedWiring wiring = wiring("webhook");
    IngestSettings settings = configuration.ingest();
    return new WebhookDependencies(
        wiring.keyRing(configuration.keys()),
        new WebhookVerifier(
            settings.vocabulary().webhookFormat(), configuration.clockLeeway(), clock),
        new WebhookDecoder(settings.vocabulary(), settings.extraFields()),
        wiring.ingest(settings, new CachingLedger(wiring.ledger(settings), clock)),
        new SqsRetryQueue(clients.sqs(), configuration.retryQueueUrl()),
        new SqsQuarantine(clients.sqs(), configuration.quarantineUrl()),
        configuration.checksOrigin(),
        eventLog,
        clock);
  }

  /** Returns what the relay function needs. */
  public RelayDependencies relay(RelayConfiguration configuration) {
    PublishingSettings publishing = configuration.publishing();
    SqsClient queues = clients.sqs();
    Publisher queue = new SqsPublisher(queues, publishing.queueUrl());
    return new RelayDependencies(
        new MessageComposer(publishing.environment()),
        configuration
            .topicArn()
            .<Publisher>map(
                topic -> new FanOutPublisher(queue, new SnsPublisher(clients.sns(), topic)))
            .orElse(queue),
        new SqsDeadLetters(queues, configuration.deadQueueUrl()),
        eventLog,
        clock);
  }

  /** Returns what the retry function needs. */
  public RetryDependencies retry(RetryConfiguration configuration) {
    SharedWiring wiring = wiring("retry");
    IngestSettings settings = configuration.ingest();
    SqsClient queues = clients.sqs();
    return new RetryDependencies(
        wiring.ingest(settings, wiring.ledger(settings)),
        new WebhookDecoder(settings.vocabulary(), settings.extraFields()),
        new SqsQuarantine(queues, configuration.quarantineUrl()),
        new SqsDeadLetters(queues, configuration.deadQueueUrl()),
        new SqsRetryDelayer(queues, configuration.queueUrl()),
        eventLog,
        clock);
  }

  /** Returns what the rotation function needs. */
  public RotationDependencies rotation(RotationConfiguration settings) {
    SecretsManagerClient secrets = clients.secretsManager();
    return new RotationDependencies(
        new Rotation(
            new SecretsManagerKeyRingStore(secrets, settings.secretId()),
            SecretsManagerKeySource.ofCredentials(secrets, settings.apiSecretId()),
            new OzzobitTokenProvider(wiring("rotation").providerApi(settings.providerUrl())),
            settings.policy(),
            clock,
            environment.random(),
            environment.sleeper()),
        eventLog,
        clock);
  }

  /**
   * Returns what the reconcile function needs.
   *
   * @throws ConfigurationException if the inline keys are invalid
   */
  public ReconcileDependencies reconciliation(ReconcileConfiguration configuration) {
    SharedWiring wiring = wiring("reconcile");
    IngestSettings settings = configuration.ingest();
    Reconciliation.LedgerStores stores = wiring.ledgerStores(settings);
    Ingest ingest = wiring.ingest(settings, stores.ledger());
    ProviderLookup lookup =
        wiring.providerLookup(
            settings, configuration.provider(), wiring.keyRing(configuration.keys()), ingest);
    return new ReconcileDependencies(
        new Reconciliation(lookup, stores, configuration.provider().lookback(), clock),
        eventLog,
        clock);
  }

  /**
   * @param function the function's name in log entries
   */
  private SharedWiring wiring(String function) {
    return new SharedWiring(function, environment);
  }
}
