package dev.rampline.function;

import dev.rampline.adapter.assembly.Assembly;
import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.ozzobit.OzzobitTokens;
import dev.rampline.adapter.secretsmanager.SecretsManagerRingStore;
import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.Outlet;
import dev.rampline.adapter.sqs.SqsDeadLetters;
import dev.rampline.adapter.sqs.SqsDeferral;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.adapter.sqs.SqsSpill;
import dev.rampline.adapter.telemetry.Journal;
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
 * The one place that puts the functions together. Like the {@link Assembly} that it shares with the
 * subscriber, it makes clients and calls nothing.
 */
public final class Composition {
  private final Surroundings surroundings;
  private final Clients clients;
  private final Assembly assembly;
  private final Journal journal;
  private final InstantSource clock;

  /** With those clients, lines and time. */
  public Composition(Clients clients, Journal journal, InstantSource clock) {
    this(Surroundings.real(clients, journal, clock));
  }

  /** In those surroundings. */
  public Composition(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.clients = surroundings.clients();
    this.assembly = new Assembly("webhook", surroundings);
    this.journal = surroundings.journal();
    this.clock = surroundings.clock();
  }

  /** As it is in Lambda. */
  public static Composition inLambda() {
    return new Composition(Clients.ofEnvironment(), Journal.on(System.out), InstantSource.system());
  }

  /**
   * What takes in what the provider says.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public Receiving receiving(Configuration configuration) {
    IngestSettings settings = configuration.ingest();
    return new Receiving(
        assembly.keyRing(configuration.keys()),
        new WebhookVerifier(configuration.clockLeeway(), clock),
        new WebhookDecoder(settings.extraFields()),
        assembly.ingest(settings, assembly.ledger(settings)),
        new SqsSpill(clients.sqs(), configuration.spillQueueUrl()),
        journal,
        clock);
  }

  /** What sends from the ledger's stream. */
  public Relaying relaying(RelayConfiguration configuration) {
    Outlet outlet = configuration.outlet();
    SqsClient queues = clients.sqs();
    return new Relaying(
        new MessageComposer(outlet.environment()),
        new SqsPublisher(queues, outlet.queueUrl()),
        new SqsDeadLetters(queues, configuration.deadQueueUrl()),
        journal,
        clock);
  }

  /** What takes in what the ledger could not take before. */
  public Spilling spilling(SpillConfiguration configuration) {
    IngestSettings settings = configuration.ingest();
    SqsClient queues = clients.sqs();
    return new Spilling(
        assembly.ingest(settings, assembly.ledger(settings)),
        new SqsDeadLetters(queues, configuration.deadQueueUrl()),
        new SqsDeferral(queues, configuration.queueUrl()),
        journal,
        clock);
  }

  /** What renews the access token. */
  public Rotating rotating(RotationSettings settings) {
    return new Rotating(
        new Rotation(
            new SecretsManagerRingStore(clients.secretsManager(), settings.secretId()),
            new OzzobitTokens(assembly.providerApi(settings.providerUrl())),
            settings.policy(),
            clock,
            surroundings.random(),
            surroundings.pause()),
        journal,
        clock);
  }

  /**
   * What asks the provider's API for what no other channel told.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public Reconciling reconciling(ReconcileConfiguration configuration) {
    IngestSettings settings = configuration.ingest();
    Reconciliation.LedgerStores books = assembly.books(settings);
    Ingest ingest = assembly.ingest(settings, books.ledger());
    ProviderLookup readBack =
        assembly.readBack(
            settings, configuration.provider(), assembly.keyRing(configuration.keys()), ingest);
    return new Reconciling(
        new Reconciliation(readBack, books, configuration.provider().reach(), clock),
        journal,
        clock);
  }
}
