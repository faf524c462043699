package dev.rampline.function;

import dev.rampline.adapter.dynamodb.DynamoDbAgenda;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.dynamodb.DynamoDbPassLog;
import dev.rampline.adapter.ozzobit.OzzobitProvider;
import dev.rampline.adapter.ozzobit.OzzobitTokens;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeySource;
import dev.rampline.adapter.secretsmanager.SecretsManagerRingStore;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.decoding.AnswerDecoder;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.function.telemetry.Journal;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.Provider;
import dev.rampline.reconcile.ReadBack;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.rotation.Rotation;
import dev.rampline.time.Pause;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.WebhookVerifier;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The one place that puts the parts together. It makes clients and calls nothing: what Lambda keeps
 * in a snapshot must hold neither a secret nor an open connection (design §8).
 */
public final class Composition {
  private final Clients clients;
  private final Journal journal;
  private final InstantSource clock;

  /** With those clients, lines and time. */
  public Composition(Clients clients, Journal journal, InstantSource clock) {
    this.clients = clients;
    this.journal = journal;
    this.clock = clock;
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
    return new Receiving(
        keyRing(configuration.keys()),
        new WebhookVerifier(configuration.clockLeeway(), clock),
        new WebhookDecoder(configuration.extraFields()),
        ingest(configuration, ledger(configuration)),
        journal,
        clock);
  }

  /** What sends from the ledger's stream. */
  public Relaying relaying(Configuration.Outlet outlet) {
    return new Relaying(
        new MessageComposer(outlet.environment()),
        new SqsPublisher(clients.sqs(), outlet.queueUrl()),
        journal,
        clock);
  }

  /** What renews the access token. */
  public Rotating rotating(RotationSettings settings) {
    SecureRandom random = new SecureRandom();
    ProviderApi api = new ProviderApi(settings.providerUrl(), clock, random, Pause.real());
    return new Rotating(
        new Rotation(
            new SecretsManagerRingStore(clients.secretsManager(), settings.secretId()),
            new OzzobitTokens(api),
            settings.policy(),
            clock,
            random,
            Pause.real()),
        journal,
        clock);
  }

  /**
   * What asks the provider's API for what no other channel told.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public Reconciling reconciling(ReconcileConfiguration configuration) {
    Configuration receiving = configuration.receiving();
    DynamoDbClient tables = clients.dynamoDb();
    Ledger ledger = new DynamoDbLedger(tables, receiving.table());
    Reconciliation.Books books =
        new Reconciliation.Books(
            ledger,
            new DynamoDbAgenda(tables, receiving.table()),
            new DynamoDbPassLog(tables, receiving.table()));
    ReadBack readBack =
        new ReadBack(
            provider(configuration.provider(), keyRing(receiving.keys())),
            new AnswerDecoder(receiving.extraFields()),
            ingest(receiving, ledger),
            clock);
    return new Reconciling(
        new Reconciliation(readBack, books, configuration.reach(), clock), journal, clock);
  }

  private Provider provider(ReconcileConfiguration.ProviderAddress address, KeyRing keyRing) {
    ProviderApi api = new ProviderApi(address.url(), clock, new SecureRandom(), Pause.real());
    return new OzzobitProvider(api, address.auth(), address.perSecond(), keyRing, Pause.real());
  }

  private Ledger ledger(Configuration configuration) {
    return new DynamoDbLedger(clients.dynamoDb(), configuration.table());
  }

  private Ingest ingest(Configuration configuration, Ledger ledger) {
    Configuration.Outlet outlet = configuration.outlet();
    return new Ingest(
        ledger,
        new SqsPublisher(clients.sqs(), outlet.queueUrl()),
        new MessageComposer(outlet.environment()),
        configuration.ledgerBudget(),
        new SecureRandom(),
        Pause.real());
  }

  private KeyRing keyRing(KeysLocation location) {
    return switch (location) {
      case KeysLocation.SecretsManager(String secretId) -> cached(secretId);
      case KeysLocation.Given given -> fixed(given);
    };
  }

  private KeyRing cached(String secretId) {
    KeySource secret = new SecretsManagerKeySource(clients.secretsManager(), secretId);
    return new CachedKeyRing(new JournaledKeySource(secret, journal, clock), clock);
  }

  private KeyRing fixed(KeysLocation.Given given) {
    KeySource variable = () -> KeysDocument.parse(given.document().text());
    try {
      return KeyRing.fixed(new JournaledKeySource(variable, journal, clock).read().keys());
    } catch (InvalidKeysException invalid) {
      throw new ConfigurationException("RAMPLINE_KEYS", "cannot be used: " + invalid.getMessage());
    }
  }
}
